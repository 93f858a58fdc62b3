using System.Globalization;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Amazon.Runtime;
using FinOps.Core.Costs;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.CostExplorer;

public sealed class CostExplorerEndpointTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    [SkippableFact]
    public async Task AwsCli_GetCostAndUsage_EqualsTheRows()
    {
        var output = await AwsCli.RunAsync(
            endpoint.Server, "ce", "get-cost-and-usage", "--time-period", "Start=2026-10-01,End=2026-11-01", "--granularity", "MONTHLY", "--metrics", "UnblendedCost");

        var october = endpoint.Server.Organization.Costs.Rows().Where(row => row.BillingMonth == new BillingMonth(2026, 10));
        var amount = output.Json["ResultsByTime"]![0]!["Total"]!["UnblendedCost"]!["Amount"]!.GetValue<string>();
        Assert.Equal(Money.Sum(october.Select(row => row.UnblendedCost)).Amount, decimal.Parse(amount, CultureInfo.InvariantCulture));
    }

    [SkippableFact]
    public async Task AwsCli_BadFilter_PrintsCostExplorersReason()
    {
        var output = await AwsCli.RunAsync(
            endpoint.Server, "ce", "get-cost-and-usage", "--time-period", "Start=2026-10-01,End=2026-11-01", "--granularity", "MONTHLY", "--metrics", "UnblendedCost",
            "--filter", """{"Dimensions":{"Key":"RESOURCE_ID","Values":["i-1"]}}""");

        Assert.NotEqual(0, output.ExitCode);
        Assert.Contains("(ValidationException) when calling the GetCostAndUsage operation: Dimension RESOURCE_ID is not allowed.", output.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task AwsCli_ActivateTags_ReportsErrorsPerKey()
    {
        var output = await AwsCli.RunAsync(
            endpoint.Server, "ce", "update-cost-allocation-tags-status", "--cost-allocation-tags-status", "TagKey=Team,Status=Active", "TagKey=Nope,Status=Active");

        Assert.Equal("Nope", Assert.Single(output.Json["Errors"]!.AsArray())!["TagKey"]!.GetValue<string>());
        var tags = await AwsCli.RunAsync(endpoint.Server, "ce", "list-cost-allocation-tags", "--status", "Active", "--type", "UserDefined");
        Assert.Equal("Team", Assert.Single(tags.Json["CostAllocationTags"]!.AsArray())!["TagKey"]!.GetValue<string>());
    }

    [Fact]
    public async Task Sdk_GroupedByAccount_AddsUpAndNamesTheAccounts()
    {
        using var client = Client();

        var page = await client.GetCostAndUsageAsync(new GetCostAndUsageRequest
        {
            TimePeriod = new DateInterval { Start = "2026-10-01", End = "2026-11-01" },
            Granularity = Granularity.MONTHLY,
            Metrics = ["UnblendedCost"],
            GroupBy = [new GroupDefinition { Type = GroupDefinitionType.DIMENSION, Key = "LINKED_ACCOUNT" }],
        });

        var october = endpoint.Server.Organization.Costs.Rows().Where(row => row.BillingMonth == new BillingMonth(2026, 10)).ToList();
        var groups = Assert.Single(page.ResultsByTime!).Groups!;
        var amounts = groups.Select(group => group.Metrics!["UnblendedCost"]);
        Assert.Equal(october.Select(row => row.Item.AccountId).Distinct().Order(StringComparer.Ordinal), groups.Select(group => group.Keys![0]));
        Assert.Equal(
            Money.Sum(october.Select(row => row.UnblendedCost)),
            Money.Sum(amounts.Select(amount => Money.Parse(amount.Amount!, amount.Unit!))));
        Assert.All(page.DimensionValueAttributes!, entry =>
            Assert.Equal(endpoint.Server.Organization.FindAccount(entry.Value!)!.Name, entry.Attributes!["description"]));
    }

    [Fact]
    public async Task Sdk_Hours_ArriveAsDataUnavailable()
    {
        using var client = Client();

        await Assert.ThrowsAsync<DataUnavailableException>(() => client.GetCostAndUsageAsync(new GetCostAndUsageRequest
        {
            TimePeriod = new DateInterval { Start = "2026-11-10", End = "2026-11-11" },
            Granularity = Granularity.HOURLY,
            Metrics = ["UnblendedCost"],
        }));
    }

    private AmazonCostExplorerClient Client() => new(
        new BasicAWSCredentials(endpoint.Server.AccessKeyId, endpoint.Server.SecretAccessKey),
        new AmazonCostExplorerConfig { ServiceURL = endpoint.Server.Url.OriginalString, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
}
