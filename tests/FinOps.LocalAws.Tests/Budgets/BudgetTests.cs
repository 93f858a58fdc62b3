using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Budgets;

public sealed class BudgetTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    [SkippableFact]
    public async Task DescribeBudgets_FromTheAwsCli_ShowsWhatWasCreated()
    {
        await CallAsync("CreateBudget", Budget("cli-budget"));

        var listed = (await AwsCli.RunAsync(endpoint.Server, "budgets", "describe-budgets", "--account-id", endpoint.Account)).Json["Budgets"]!.AsArray();

        var budget = Assert.Single(listed, each => (string?)each!["BudgetName"] == "cli-budget");
        Assert.Equal("250.0", (string?)budget!["BudgetLimit"]!["Amount"]);
        Assert.True((bool)budget["CostTypes"]!["IncludeTax"]!);
    }

    [Fact]
    public async Task CreateBudget_SameNameTwice_IsADuplicate()
    {
        await CallAsync("CreateBudget", Budget("twice"));

        Assert.Equal("DuplicateRecordException", (await RefusedAsync("CreateBudget", Budget("twice"))).Code);
    }

    [Theory]
    [InlineData("colon:name", "MONTHLY", "100", "ACTUAL")]
    [InlineData("a/action/b", "MONTHLY", "100", "ACTUAL")]
    [InlineData("negative", "MONTHLY", "-5", "ACTUAL")]
    [InlineData("daily-forecast", "DAILY", "100", "FORECASTED")]
    [InlineData("no-such-unit", "WEEKLY", "100", "ACTUAL")]
    public async Task CreateBudget_AgainstTheRules_IsRefused(string name, string unit, string amount, string notification)
    {
        var input = Budget(name, unit, amount);
        input["NotificationsWithSubscribers"] = new JsonArray(new JsonObject
        {
            ["Notification"] = Notification(notification),
            ["Subscribers"] = new JsonArray(new JsonObject { ["SubscriptionType"] = "EMAIL", ["Address"] = "finops@example.com" }),
        });

        Assert.Equal("InvalidParameterException", (await RefusedAsync("CreateBudget", input)).Code);
    }

    [Fact]
    public async Task Notifications_CreatedAndDeleted_AreFoundByTheirValues()
    {
        await CallAsync("CreateBudget", Budget("watched"));
        var subscribers = new JsonArray(new JsonObject { ["SubscriptionType"] = "EMAIL", ["Address"] = "finops@example.com" });
        await CallAsync("CreateNotification", new JsonObject { ["BudgetName"] = "watched", ["Notification"] = Notification("ACTUAL"), ["Subscribers"] = subscribers });

        var listed = await CallAsync("DescribeNotificationsForBudget", new JsonObject { ["BudgetName"] = "watched" });
        var who = await CallAsync("DescribeSubscribersForNotification", new JsonObject { ["BudgetName"] = "watched", ["Notification"] = Notification("ACTUAL") });
        await CallAsync("DeleteNotification", new JsonObject { ["BudgetName"] = "watched", ["Notification"] = Notification("ACTUAL") });
        var left = await CallAsync("DescribeNotificationsForBudget", new JsonObject { ["BudgetName"] = "watched" });

        Assert.Equal("PERCENTAGE", (string?)Assert.Single(listed["Notifications"]!.AsArray())!["ThresholdType"]);
        Assert.Equal("finops@example.com", (string?)Assert.Single(who["Subscribers"]!.AsArray())!["Address"]);
        Assert.Empty(left["Notifications"]!.AsArray());
    }

    [Fact]
    public async Task DescribeBudget_Unknown_IsNotFound() =>
        Assert.Equal("NotFoundException", (await RefusedAsync("DescribeBudget", new JsonObject { ["BudgetName"] = "nobody" })).Code);

    private static JsonObject Budget(string name, string unit = "MONTHLY", string amount = "250.0") => new()
    {
        ["Budget"] = new JsonObject
        {
            ["BudgetName"] = name,
            ["BudgetType"] = "COST",
            ["TimeUnit"] = unit,
            ["BudgetLimit"] = new JsonObject { ["Amount"] = amount, ["Unit"] = "USD" },
        },
    };

    private static JsonObject Notification(string type) =>
        new() { ["NotificationType"] = type, ["ComparisonOperator"] = "GREATER_THAN", ["Threshold"] = 80 };

    private Task<JsonObject> CallAsync(string operation, JsonObject input)
    {
        input["AccountId"] = endpoint.Account;
        return endpoint.Calls.JsonAsync("budgets", $"AWSBudgetServiceGateway.{operation}", input);
    }

    private Task<RefusedException> RefusedAsync(string operation, JsonObject input) =>
        Assert.ThrowsAsync<RefusedException>(() => CallAsync(operation, input));
}
