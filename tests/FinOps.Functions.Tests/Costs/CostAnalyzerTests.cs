using System.Net;
using Amazon.Budgets.Model;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Amazon.Runtime;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;
using FinOps.Core.Costs.Budgets;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs;
using FinOps.Functions.Tests.Support;
using Moq;

namespace FinOps.Functions.Tests.Costs;

public sealed class CostAnalyzerTests
{
    private static readonly CostAnalyzerOptions Options = new() { Standard = Standards.Own, AsOf = Bills.AsOf };

    [Fact]
    public async Task RunAsync_AnyNumberOfAccounts_AsksThreeQuestions()
    {
        var explorer = new BilledCostExplorer(Bills.Synthetic);

        var report = await RunAsync(new FakeClients(explorer).Clients);

        Assert.Equal(3, explorer.Requests.Count);
        Assert.Equal(3, report.Cost.CostExplorerRequests);
        Assert.Equal(Money.Usd(0.03m), report.Cost.Price);
        // The bill goes five months back, for the forecast to learn from; the others no further than unusual days are held against.
        Assert.Equal(
            ["2026-06-01..2026-11-21", "2026-10-01..2026-11-21", "2026-10-01..2026-11-21"],
            explorer.Requests.Select(request => $"{request.TimePeriod!.Start}..{request.TimePeriod.End}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task RunAsync_SyntheticBill_BillIsTheSumOfItsRows()
    {
        var report = await RunAsync(FakeClients.For(Bills.Synthetic).Clients);

        var november = new BillingMonth(2026, 11).Range;
        Assert.Equal(Money.Sum(Bills.Synthetic.Where(row => november.Contains(row.Day)).Select(row => row.UnblendedCost)), report.Analysis.BillTotal);
        Assert.Equal(
            Money.Sum(Bills.Synthetic.Where(row => november.Contains(row.Day) && ResourceUsage.Contains(row.Item.RecordType)).Select(row => row.AmortizedCost)),
            report.Analysis.UsageTotal);
        Assert.True(report.Analysis.CrossCheck.Agrees);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task RunAsync_Pages_GiveTheSameReportAsOnePage(int groupsPerPage)
    {
        var rows = Bills.Daily(("payments", "a"), ("search", "b"), ("", "c"));
        var whole = await RunAsync(FakeClients.For(rows).Clients);
        var paged = new BilledCostExplorer(rows, groupsPerPage) { BeginsWithEmptyPage = true };

        var report = await RunAsync(new FakeClients(paged).Clients);

        Assert.Equal(whole.Analysis.Allocation.Share, report.Analysis.Allocation.Share);
        Assert.Equal(whole.Analysis.BillTotal, report.Analysis.BillTotal);
        Assert.Equal(paged.Requests.Count, report.Cost.CostExplorerRequests);
        Assert.True(report.Cost.CostExplorerRequests > 3);
    }

    [Fact]
    public async Task RunAsync_FurtherTag_CostsOneMoreRequest()
    {
        var report = await RunAsync(FakeClients.For(Bills.Synthetic).Clients, Options with { FurtherTags = ["Environment"] });

        Assert.Equal(4, report.Cost.CostExplorerRequests);
        var tag = Assert.Single(report.Analysis.FurtherTags);
        Assert.Equal("Environment", tag.Name);
        Assert.Equal(report.Analysis.UsageTotal, tag.Total.Current);
    }

    [Fact]
    public async Task RunAsync_DataChangesBetweenPages_AsksAgainOnce()
    {
        var explorer = new BilledCostExplorer(Bills.Daily(("payments", "a"))) { Fail = number => number == 1 ? new RequestChangedException("changed") : null };

        var report = await RunAsync(new FakeClients(explorer).Clients);

        Assert.Equal(4, explorer.Requests.Count);
        Assert.Equal(3, report.Cost.CostExplorerRequests);
    }

    [Theory]
    [InlineData("LimitExceededException", "FIN5004")]
    [InlineData("AccessDeniedException", "FIN5002")]
    [InlineData("DataUnavailableException", "FIN5005")]
    public async Task RunAsync_CostExplorerRefuses_IsAProblemWithNextStep(string code, string id)
    {
        var refusal = new AmazonCostExplorerException("because", null, ErrorType.Sender, code, "r", HttpStatusCode.BadRequest);
        var explorer = new BilledCostExplorer([]) { Fail = _ => refusal };

        var failure = await Assert.ThrowsAsync<ProblemException>(() => RunAsync(new FakeClients(explorer).Clients));

        var problem = Assert.Single(failure.Problems);
        Assert.Equal(id, problem.Id);
        Assert.Equal("the fake", problem.File);
        Assert.NotEmpty(problem.Fix);
    }

    [Fact]
    public async Task RunAsync_NothingListens_NamesEndpointAndNextStep()
    {
        using var clients = ReportClients.Create(new AwsConnection(new BasicAWSCredentials("a", "b"), new Uri("http://127.0.0.1:1"), AwsConnection.GlobalRegion, Retries: 0));

        var failure = await Assert.ThrowsAsync<ProblemException>(() => RunAsync(clients));

        var problem = failure.Problems[0];
        Assert.Equal("FIN5001", problem.Id);
        Assert.Contains("http://127.0.0.1:1", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains("finops local", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_BudgetsDenied_ReportStandsAndSaysSo()
    {
        var fakes = FakeClients.For(Bills.Daily(("payments", "a")));
        fakes.Budgets.Setup(client => client.DescribeBudgetsAsync(It.IsAny<DescribeBudgetsRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AccessDeniedException("no", null, ErrorType.Sender, "AccessDeniedException", "r", HttpStatusCode.BadRequest));

        var report = await RunAsync(fakes.Clients);

        Assert.Empty(report.Analysis.Budgets);
        Assert.Contains(report.NotSeen, spot => spot.What == "budgets" && spot.Why.Contains("denied", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_Budgets_FullestFirstWithState()
    {
        var fakes = FakeClients.For(Bills.Daily(("payments", "a")));
        fakes.Budgets.Setup(client => client.DescribeBudgetsAsync(It.IsAny<DescribeBudgetsRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((DescribeBudgetsRequest request, CancellationToken _) => request.NextToken is null
                ? new DescribeBudgetsResponse { NextToken = "more" }
                : new DescribeBudgetsResponse { Budgets = [Budget("half", "1000", "500", "900"), Budget("full", "100", "101", null), Budget("soon", "100", "60", "130")] });

        var report = await RunAsync(fakes.Clients);

        Assert.Equal(["full", "soon", "half"], report.Analysis.Budgets.Select(budget => budget.Name));
        Assert.Equal([BudgetState.Over, BudgetState.ForecastOver, BudgetState.Within], report.Analysis.Budgets.Select(budget => budget.State));
        Assert.Equal(2, report.Cost.Requests["Budgets"]);
    }

    [Fact]
    public async Task RunAsync_MonthToCome_IsRefusedBeforeAnythingIsAsked()
    {
        var explorer = new BilledCostExplorer([]);

        var failure = await Assert.ThrowsAsync<ProblemException>(() => RunAsync(new FakeClients(explorer).Clients, Options with { Month = new BillingMonth(2026, 12) }));

        Assert.Equal("FIN5003", failure.Problems[0].Id);
        Assert.Empty(explorer.Requests);
    }

    [Fact]
    public async Task RunAsync_NoOwnerAnywhere_SaysThatTheTagSeemsInactive()
    {
        var report = await RunAsync(FakeClients.For(Bills.Daily(("", "a"))).Clients);

        Assert.Contains(report.NotSeen, spot => spot.NextStep.Contains("Activate Team", StringComparison.Ordinal));
    }

    private static Task<CostReport> RunAsync(ReportClients clients, CostAnalyzerOptions? options = null) =>
        CostAnalyzer.RunAsync(options ?? Options, clients, TimeProvider.System, CancellationToken.None);

    private static Budget Budget(string name, string limit, string actual, string? forecast) => new()
    {
        BudgetName = name,
        BudgetType = "COST",
        TimeUnit = "MONTHLY",
        BudgetLimit = new Spend { Amount = limit, Unit = "USD" },
        CalculatedSpend = new CalculatedSpend
        {
            ActualSpend = new Spend { Amount = actual, Unit = "USD" },
            ForecastedSpend = forecast is null ? null : new Spend { Amount = forecast, Unit = "USD" },
        },
    };
}
