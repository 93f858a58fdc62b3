using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

/// <summary>Budgets, anomaly detection, cost categories and cost allocation tags, from create to delete.</summary>
public sealed class CostResourceTests(AwsFixture aws) : IClassFixture<AwsFixture>
{
    [Fact]
    public async Task Budget_WholeLife_IsAppliedEachTime()
    {
        var budget = new ProviderDriver(aws.Provider(), "aws:budgets/budget:Budget", "team");
        var created = await budget.CreateAsync(Budget("1200", Notification("ACTUAL", 80), Notification("FORECASTED", 100)));
        Assert.Equal($"{aws.AccountId}:budget-life", budget.Id);
        Assert.Equal($"arn:aws:budgets::{aws.AccountId}:budget/budget-life", created.Text("arn"));

        await budget.UpdateAsync([.. Budget("1500", Notification("ACTUAL", 90)).Select(input => (input.Key, input.Value))]);

        Assert.Equal(1500m, decimal.Parse((await budget.ReadAsync())!.Outputs.Text("limitAmount")!, System.Globalization.CultureInfo.InvariantCulture));
        await budget.DeleteAsync();
        Assert.Null(await budget.ReadAsync());
        await budget.DeleteAsync();

        static PropertyMap Budget(string limit, params PropertyValue[] notifications) => PropertyMap.Of(
            ("name", "budget-life"), ("budgetType", "COST"), ("timeUnit", "MONTHLY"), ("limitAmount", limit), ("limitUnit", "USD"), ("notifications", PropertyValue.Of(notifications)));
    }

    [Fact]
    public async Task Budget_LeftByAKilledRun_IsTakenOver()
    {
        var first = new ProviderDriver(aws.Provider(), "aws:budgets/budget:Budget", "left");
        await first.CreateAsync(("budgetType", "COST"), ("timeUnit", "MONTHLY"), ("limitAmount", "10"), ("limitUnit", "USD"));

        var second = first.Forgetting();
        await second.CreateAsync(("budgetType", "COST"), ("timeUnit", "MONTHLY"), ("limitAmount", "20"), ("limitUnit", "USD"));

        Assert.Equal(first.Id, second.Id);
        Assert.StartsWith("20", (await second.ReadAsync())!.Outputs.Text("limitAmount"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Budget_FilterExpression_IsAccepted()
    {
        var leaf = PropertyMap.Of(("dimensions", PropertyMap.Of(("key", "LINKED_ACCOUNT"), ("values", PropertyValue.Of([aws.AccountId])))));
        var tag = PropertyMap.Of(("tags", PropertyMap.Of(("key", "Team"), ("values", PropertyValue.Of(["platform"])))));
        var budget = new ProviderDriver(aws.Provider(), "aws:budgets/budget:Budget", "filtered");

        await budget.CreateAsync(
            ("budgetType", "COST"), ("timeUnit", "MONTHLY"), ("limitAmount", "10"), ("limitUnit", "USD"),
            ("metrics", "UnblendedCost"),
            ("filterExpression", PropertyMap.Of(("ands", PropertyValue.Of([leaf, tag])))));

        Assert.NotNull(await budget.ReadAsync());
    }

    [Fact]
    public async Task AnomalyMonitorAndSubscription_WholeLife_AreAppliedAndNotDoubled()
    {
        var provider = aws.Provider();
        var monitor = new ProviderDriver(provider, "aws:costexplorer/anomalyMonitor:AnomalyMonitor", "services");
        await monitor.CreateAsync(("name", "services"), ("monitorType", "DIMENSIONAL"), ("monitorDimension", "SERVICE"));
        var again = monitor.Forgetting();
        await again.CreateAsync(("name", "services"), ("monitorType", "DIMENSIONAL"), ("monitorDimension", "SERVICE"));
        Assert.Equal(monitor.Id, again.Id);

        var subscription = new ProviderDriver(provider, "aws:costexplorer/anomalySubscription:AnomalySubscription", "daily");
        var threshold = PropertyMap.Of(("dimension", PropertyMap.Of(
            ("key", "ANOMALY_TOTAL_IMPACT_ABSOLUTE"), ("matchOptions", PropertyValue.Of(["GREATER_THAN_OR_EQUAL"])), ("values", PropertyValue.Of(["100"])))));
        (string, PropertyValue)[] inputs =
        [
            ("name", "daily"), ("frequency", "DAILY"), ("monitorArnLists", PropertyValue.Of([monitor.Id])),
            ("subscribers", PropertyValue.Of([PropertyMap.Of(("type", "EMAIL"), ("address", "finops@example.com"))])),
            ("thresholdExpression", threshold),
        ];
        await subscription.CreateAsync(inputs);
        await subscription.UpdateAsync([.. inputs[..1], ("frequency", "WEEKLY"), .. inputs[2..]]);
        Assert.Equal("WEEKLY", (await subscription.ReadAsync())!.Outputs.Text("frequency"));

        await subscription.DeleteAsync();
        await monitor.DeleteAsync();
        Assert.Null(await subscription.ReadAsync());
        Assert.Null(await monitor.ReadAsync());
    }

    [Fact]
    public async Task CostAllocationTag_Deleted_StaysActive()
    {
        var tag = new ProviderDriver(aws.Provider(), "aws:costexplorer/costAllocationTag:CostAllocationTag", "team");

        await tag.CreateAsync(("tagKey", "Team"), ("status", "Active"));
        await tag.DeleteAsync();

        Assert.Equal("Active", (await tag.ReadAsync())!.Outputs.Text("status"));
    }

    [Fact]
    public async Task CostCategory_WholeLife_IsAppliedAndNotDoubled()
    {
        var rule = PropertyMap.Of(("value", "platform"), ("rule", PropertyMap.Of(("tags", PropertyMap.Of(
            ("key", "Team"), ("matchOptions", PropertyValue.Of(["EQUALS"])), ("values", PropertyValue.Of(["platform"])))))));
        (string, PropertyValue)[] inputs = [("name", "Team-test"), ("ruleVersion", "CostCategoryExpression.v1"), ("rules", PropertyValue.Of([rule])), ("defaultValue", "unallocated")];
        var category = new ProviderDriver(aws.Provider(), "aws:costexplorer/costCategory:CostCategory", "team");

        await category.CreateAsync(inputs);
        var again = category.Forgetting();
        await again.CreateAsync(inputs);
        await again.UpdateAsync([.. inputs[..3], ("defaultValue", "nobody")]);

        Assert.Equal(category.Id, again.Id);
        Assert.Equal("Team-test", (await again.ReadAsync())!.Outputs.Text("name"));
        await again.DeleteAsync();
        Assert.Null(await again.ReadAsync());
    }

    private static PropertyValue Notification(string type, double threshold) => PropertyMap.Of(
        ("notificationType", type), ("comparisonOperator", "GREATER_THAN"), ("threshold", threshold), ("thresholdType", "PERCENTAGE"),
        ("subscriberEmailAddresses", PropertyValue.Of(["finops@example.com"])));
}
