using System.Globalization;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs.History;
using FinOps.Functions.History;
using FinOps.Functions.Tests.Support;

namespace FinOps.Functions.Tests.LocalAws;

/// <summary>The history over real sockets, signed, against the embedded AWS.</summary>
public sealed class HistoryAgainstLocalAwsTests(LocalAwsFixture aws) : IClassFixture<LocalAwsFixture>
{
    [Theory]
    [InlineData("service", "UnblendedCost", "monthly")]
    [InlineData("account", "AmortizedCost", "monthly")]
    [InlineData("region", "UnblendedCost", "monthly")]
    [InlineData("recordType", "NetAmortizedCost", "monthly")]
    [InlineData("tag:Team", "UnblendedCost", "daily")]
    public async Task RunAsync_AnyGrouping_EveryMonthEqualsCostExplorersOwnTotal(string by, string metric, string granularity)
    {
        using var clients = aws.Clients();
        var options = new HistorySettings("2026-09", "2026-11", by, metric, granularity).Read(Bills.AsOf, "test", "");

        var report = await HistoryAnalyzer.RunAsync(options, clients, TimeProvider.System, CancellationToken.None);

        var own = await clients.CostExplorer.GetCostAndUsageAsync(new GetCostAndUsageRequest
        {
            TimePeriod = new DateInterval { Start = "2026-09-01", End = "2026-11-21" },
            Granularity = Granularity.MONTHLY,
            Metrics = [metric],
        });
        var totals = own.ResultsByTime!.Select(month => Math.Round(decimal.Parse(month.Total![metric].Amount!, CultureInfo.InvariantCulture), 2)).ToList();
        Assert.Equal(3, totals.Count);
        Assert.All(totals, total => Assert.True(total > 0));
        Assert.Equal(totals, report.Analysis.Months.Select(month => Math.Round(month.Total.Amount, 2)));
        Assert.Equal([MonthState.Whole, MonthState.Whole, MonthState.Partial], report.Analysis.Months.Select(month => month.State));
        Assert.True(report.Analysis.Groups.Count > 1);
    }

    [SkippableFact]
    public async Task RunAsync_ByCostCategory_EveryMonthEqualsCostExplorersOwnTotal()
    {
        Skip.IfNot(AwsCommand.IsInstalled, "the AWS CLI is not installed");
        await AwsCommand.RunAsync(aws.Server, "ce", "create-cost-category-definition", "--name", "Product", "--rule-version", "CostCategoryExpression.v1", "--default-value", "Other",
            "--rules", """[{"Value":"Compute","Rule":{"Dimensions":{"Key":"SERVICE_CODE","Values":["AmazonEC2"]}}}]""");
        using var clients = aws.Clients();
        var byCategory = new HistorySettings("2026-10", "2026-11", "category:Product", null, null).Read(Bills.AsOf, "test", "");

        var report = await HistoryAnalyzer.RunAsync(byCategory, clients, TimeProvider.System, CancellationToken.None);
        var byService = await HistoryAnalyzer.RunAsync(byCategory with { Grouping = HistoryGrouping.TryParse("service")! }, clients, TimeProvider.System, CancellationToken.None);

        Assert.Equal(byService.Analysis.Months.Select(month => month.Total.Rounded()), report.Analysis.Months.Select(month => month.Total.Rounded()));
        // A category counts from the month in which it was made.
        Assert.Equal(["Compute", "Other", "no Product"], report.Analysis.Groups.Select(group => group.Label).Order(StringComparer.Ordinal));
    }
}
