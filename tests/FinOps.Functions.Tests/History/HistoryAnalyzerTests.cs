using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Core.Costs.History;
using FinOps.Core.Costs.Rows;
using FinOps.Core.Problems;
using FinOps.Functions.History;
using FinOps.Functions.Tests.Support;
using Moq;

namespace FinOps.Functions.Tests.History;

public sealed class HistoryAnalyzerTests
{
    [Fact]
    public async Task RunAsync_ManyAccounts_AsksOneQuestionWithOneKey()
    {
        var bill = new BilledCostExplorer(Bills.Synthetic);

        var report = await RunAsync(bill, Options("account"));

        var request = Assert.Single(bill.Requests);
        Assert.Equal((Granularity.MONTHLY, "LINKED_ACCOUNT", "UnblendedCost"), (request.Granularity!, Assert.Single(request.GroupBy!).Key, Assert.Single(request.Metrics!)));
        Assert.Null(request.Filter);
        Assert.Equal((1, Money.Usd(0.01m)), (report.Cost.CostExplorerRequests, report.Cost.Price));
        Assert.Equal(Total(row => row.UnblendedCost), report.Analysis.Total);
        Assert.All(report.Analysis.Groups, group => Assert.NotEqual(group.Key, group.Label));
    }

    [Theory]
    [InlineData("service")]
    [InlineData("tag:Team")]
    public async Task RunAsync_SmallAndEmptyPages_LosesNothingAndPaysForEach(string by)
    {
        var whole = await RunAsync(new BilledCostExplorer(Bills.Synthetic), Options(by));
        var bill = new BilledCostExplorer(Bills.Synthetic, groupsPerPage: 3) { BeginsWithEmptyPage = true };

        var report = await RunAsync(bill, Options(by));

        Assert.Equal(whole.Analysis.Total, report.Analysis.Total);
        Assert.Equal(whole.Analysis.Groups.Select(group => (group.Key, group.Total)), report.Analysis.Groups.Select(group => (group.Key, group.Total)));
        Assert.True(bill.Requests.Count > 3);
        Assert.Equal(bill.Requests.Count, report.Cost.CostExplorerRequests);
    }

    [Fact]
    public async Task RunAsync_DataChangesWhilePaging_StartsOver()
    {
        var bill = new BilledCostExplorer(Bills.Synthetic, groupsPerPage: 3) { Fail = number => number == 2 ? new RequestChangedException("the data changed") : null };

        Assert.Equal(Total(row => row.UnblendedCost), (await RunAsync(bill, Options("service"))).Analysis.Total);
    }

    [Fact]
    public async Task RunAsync_TwoCurrencies_IsRefused()
    {
        var costExplorer = new Mock<IAmazonCostExplorer>();
        costExplorer.Setup(client => client.GetCostAndUsageAsync(It.IsAny<GetCostAndUsageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(new GetCostAndUsageResponse
        {
            ResultsByTime = [new() { TimePeriod = new DateInterval { Start = "2026-10-01", End = "2026-11-01" }, Groups = [Group("EC2", "USD"), Group("S3", "EUR")] }],
        });

        var failure = await Assert.ThrowsAsync<ProblemException>(() => RunAsync(costExplorer.Object, Options("service")));

        Assert.Equal("FIN5006", failure.Problems[0].Id);
    }

    [Fact]
    public async Task RunAsync_DailyAmortized_HasDaysAndWeekdays()
    {
        var report = await RunAsync(new BilledCostExplorer(Bills.Synthetic), Options("recordType") with { Granularity = HistoryGranularity.Daily, Metric = CostMetric.AmortizedCost });

        Assert.Equal(Total(row => row.AmortizedCost), report.Analysis.Total);
        Assert.Equal(Total(row => row.AmortizedCost), Money.Sum(report.Analysis.Days.Select(day => day.Total)));
        Assert.Equal(7, report.Analysis.Seasonality.Weekdays.Count);
    }

    [Fact]
    public async Task RunAsync_MonthsWithoutCostAndAPartialOne_AreSaid()
    {
        var report = await RunAsync(new BilledCostExplorer(Bills.Daily(("a", "one"))), Options("service", from: "2026-05"));

        Assert.Contains(report.NotSeen, spot => spot.What == "any cost in 2026-05, 2026-06");
        Assert.Contains(report.NotSeen, spot => spot.What == "all of 2026-11" && spot.Why.StartsWith("only 20 days", StringComparison.Ordinal));
        Assert.Contains("13 whole months", report.Analysis.Seasonality.NoYear, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_TagOnNoCost_IsSaid() =>
        Assert.Contains((await RunAsync(new BilledCostExplorer(Bills.Daily(("", "one"))), Options("tag:Team"))).NotSeen, spot => spot.What == "any value of Team");

    [Fact]
    public void Settings_AllWrong_ListsEveryMistake()
    {
        var failure = Assert.Throws<ProblemException>(() => new HistorySettings("2026-13", "2027-01", "team", "BlendedCost", "hourly").Read(Bills.AsOf, "command line", "--"));

        Assert.Equal(["--granularity", "--metric", "--by", "--to", "--from"], failure.Problems.Select(problem => problem.Path));
        Assert.All(failure.Problems, problem => Assert.Equal("FIN5030", problem.Id));
    }

    [Theory]
    [InlineData(null, null, null, "2025-10", "2026-11")]
    [InlineData(null, null, "daily", "2026-09", "2026-11")]
    [InlineData(null, "2026-01", null, "2025-10", "2026-01")]
    [InlineData(null, "0001-01", null, "0001-01", "0001-01")]
    [InlineData("2026-05", "2026-05", null, "2026-05", "2026-05")]
    public void Settings_LeftOut_HaveTheLongestHistoryThatCostExplorerKeeps(string? from, string? to, string? granularity, string first, string last)
    {
        var period = new HistorySettings(from, to, null, null, granularity).Read(Bills.AsOf, "command line", "--").Period;

        Assert.Equal((first, last), (period.From.ToString(), period.To.ToString()));
    }

    [Fact]
    public void Settings_EndBeforeStart_IsRefused() =>
        Assert.Equal("--from", Assert.Throws<ProblemException>(() => new HistorySettings("2026-06", "2026-05", null, null, null).Read(Bills.AsOf, "command line", "--")).Problems.Single().Path);

    internal static HistoryOptions Options(string by, string from = "2026-09") => new HistorySettings(from, null, by, null, null).Read(Bills.AsOf, "test", "");

    internal static Task<HistoryReport> RunAsync(IAmazonCostExplorer costExplorer, HistoryOptions options) =>
        HistoryAnalyzer.RunAsync(options, new FakeClients(costExplorer).Clients, TimeProvider.System, CancellationToken.None);

    private static Group Group(string key, string unit) =>
        new() { Keys = [key], Metrics = new() { ["UnblendedCost"] = new MetricValue { Amount = "1", Unit = unit } } };

    private static Money Total(Func<CostRow, Money> amount)
    {
        var days = Options("service").Period.Days;
        return Money.Sum(Bills.Synthetic.Where(row => days.Contains(row.Day)).Select(amount));
    }
}
