using System.Net;
using Amazon.Budgets.Model;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Anomalies;
using FinOps.Core.Costs.Budgets;
using FinOps.Core.Costs.Reviews;
using FinOps.Functions.Costs;
using FinOps.Functions.Costs.Rendering;
using FinOps.Functions.Tests.Support;
using Moq;

namespace FinOps.Functions.Tests.Costs;

/// <summary>What stands around the three questions: anomalies, AWS's forecast, budgets' filters, categories and earlier reviews.</summary>
public sealed class CostReportTests
{
    private static readonly CostAnalyzerOptions Options = new() { Standard = Standards.Own, AsOf = Bills.AsOf };

    [Fact]
    public async Task RunAsync_AnomaliesInPages_AreReadToTheEndAndCostNoExplorerRequest()
    {
        var explorer = new BilledCostExplorer(Bills.Daily(("payments", "a")))
        {
            Anomalies = request => request.NextPageToken is null
                ? new GetAnomaliesResponse { NextPageToken = "more" }
                : new GetAnomaliesResponse { Anomalies = [Anomaly("one", 500), new Anomaly { AnomalyId = "broken" }] },
        };

        var report = await RunAsync(new FakeClients(explorer));

        var anomaly = Assert.Single(report.Analysis.Anomalies.Items);
        Assert.Equal((AnomalySource.Aws, Money.Usd(500), "payments"), (anomaly.Source, anomaly.Impact, anomaly.OwnerTag));
        Assert.Equal((3, 2), (report.Cost.CostExplorerRequests, report.Cost.Requests["Cost Anomaly Detection"]));
        Assert.Contains(report.NotSeen, spot => spot.Why.Contains("1 of them", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_AnomaliesDenied_OwnDetectionStandsAndItIsSaid()
    {
        var explorer = new BilledCostExplorer(Bills.Daily(("payments", "a")))
        {
            Anomalies = _ => throw new AmazonCostExplorerException("no", null, ErrorType.Sender, "AccessDeniedException", "r", HttpStatusCode.BadRequest),
        };

        var report = await RunAsync(new FakeClients(explorer));

        Assert.Contains(report.NotSeen, spot => spot.What.Contains("Anomaly Detection", StringComparison.Ordinal) && spot.NextStep.Contains("ce:GetAnomalies", StringComparison.Ordinal));
        Assert.Equal(Money.Usd(200), report.Analysis.BillTotal);
    }

    [Fact]
    public async Task RunAsync_AwsForecast_IsAskedOnlyWhenWantedAndCostsOneRequest()
    {
        GetCostForecastRequest? asked = null;
        var explorer = new BilledCostExplorer(Bills.Daily(("payments", "a")))
        {
            Forecast = request =>
            {
                asked = request;
                return new GetCostForecastResponse { Total = new MetricValue { Amount = "101.5", Unit = "USD" } };
            },
        };

        var report = await RunAsync(new FakeClients(explorer), Options with { AwsForecast = true });

        Assert.Equal(4, report.Cost.CostExplorerRequests);
        Assert.Equal(Money.Usd(101.5m), report.Analysis.AwsForecast!.Rest);
        Assert.Equal("2026-11-21..2026-12-01", $"{asked!.TimePeriod!.Start}..{asked.TimePeriod.End}");
    }

    [Fact]
    public async Task RunAsync_AwsForecastInAnotherCurrency_IsLeftOutAndSaid()
    {
        var explorer = new BilledCostExplorer(Bills.Daily(("payments", "a")))
        {
            Forecast = _ => new GetCostForecastResponse { Total = new MetricValue { Amount = "101.5", Unit = "EUR" } },
        };

        var report = await RunAsync(new FakeClients(explorer), Options with { AwsForecast = true });

        Assert.Null(report.Analysis.AwsForecast);
        Assert.Contains(report.NotSeen, spot => spot.What == "AWS's own forecast" && spot.Why.Contains("USD", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_CategoriesAndTags_CostOneRequestEach()
    {
        var report = await RunAsync(FakeClients.For(Bills.Synthetic), Options with { FurtherTags = ["Environment", "Environment"], Categories = ["Unit", "Product"] });

        Assert.Equal(6, report.Cost.CostExplorerRequests);
        Assert.Equal(["Product", "Unit"], report.Analysis.Categories.Select(category => category.Name));
        Assert.All(report.Analysis.Categories, category => Assert.Equal(report.Analysis.UsageTotal, category.Total.Current));
    }

    [Fact]
    public async Task RunAsync_BudgetFilters_AreFollowedOrNamed()
    {
        var fakes = FakeClients.For(Bills.Daily(("payments", "a"), ("search", "b")));
        fakes.Budgets.Setup(client => client.DescribeBudgetsAsync(It.IsAny<DescribeBudgetsRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(new DescribeBudgetsResponse
        {
            Budgets =
            [
                Budget("all", null, null),
                Budget("account", new() { ["LinkedAccount"] = ["100000000000"] }, null),
                Budget("owner", new() { ["TagKeyValue"] = ["user:Team$payments"] }, null),
                Budget("region", new() { ["Region"] = ["eu-west-1"] }, null),
                Budget("both", null, new Amazon.Budgets.Model.Expression
                {
                    And =
                    [
                        new() { Not = new() { Dimensions = new() { Key = Amazon.Budgets.Dimension.RECORD_TYPE, Values = ["Credit"] } } },
                        new() { Dimensions = new() { Key = Amazon.Budgets.Dimension.SERVICE, Values = ["AWS Lambda"], MatchOptions = ["EQUALS"] } },
                    ],
                }),
            ],
        });

        var budgets = (await RunAsync(fakes)).Analysis.Budgets.ToDictionary(budget => budget.Name);

        Assert.Equal(
            [BudgetScopeKind.Everything, BudgetScopeKind.Accounts, BudgetScopeKind.OwnerTags, BudgetScopeKind.Other, BudgetScopeKind.Services],
            new[] { "all", "account", "owner", "region", "both" }.Select(name => budgets[name].Budget.Scope.Kind));
        Assert.Equal(BudgetPace.BurnRate, budgets["region"].Pace);
        Assert.Equal("Region eu-west-1", budgets["region"].Budget.Scope.Words);
        // 100 of 150 are used: 20 a day by both accounts, 10 a day by one.
        Assert.Equal((2, 5), (budgets["all"].RunwayDays, budgets["account"].RunwayDays));
    }

    [Fact]
    public async Task RunAsync_EarlierReview_IsReadBackFromTheLastWeekThatHasOne()
    {
        var fakes = FakeClients.For(Bills.Daily(("", "lost"), ("payments", "a")));
        fakes.Store("reports/cost-analyzer/reviews/2026-W45.json", """
            {"week":"2026-W45","day":"2026-11-07","currency":"USD","allocatedShare":0.25,"unallocated":900,"actions":[
              {"id":"unallocated|100000000000","kind":"Unallocated","subject":"lost","cause":null,"stake":300,"currency":"USD","owner":null,"due":"2026-11-20"},
              {"id":"budget|old","kind":"Budget","subject":"old","cause":null,"stake":50,"currency":"USD","owner":"a@example.com","due":"2026-11-10"}]}
            """);

        var report = await RunAsync(fakes, Options with { ReviewBucket = "reports" });

        Assert.Equal(("2026-W45", 0.25m), (report.Analysis.Review.Earlier!.Week, report.Analysis.Review.Earlier.AllocatedShare));
        Assert.Equal([ActionState.Overdue, ActionState.Done], report.Analysis.Review.Progress.Select(progress => progress.State));
        Assert.Equal(Money.Usd(300), report.Analysis.Review.Progress[0].StakeNow);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"week":"2026-W46"}""")]
    [InlineData("""{"week":"2026-W46","day":"2026-11-14","currency":"dollars","allocatedShare":null,"unallocated":1,"actions":[]}""")]
    public async Task RunAsync_EarlierReviewOfAnotherShape_IsSaid(string text)
    {
        var fakes = FakeClients.For(Bills.Daily(("payments", "a")));
        fakes.Store("reports/cost-analyzer/reviews/2026-W46.json", text);

        var report = await RunAsync(fakes, Options with { ReviewBucket = "reports" });

        Assert.Contains(report.NotSeen, spot => spot.What == "the review of the week before");
    }

    [Fact]
    public async Task RunAsync_DeniedReviews_AreNotTheFirst()
    {
        var fakes = FakeClients.For(Bills.Daily(("payments", "a")));
        fakes.Storage.Setup(client => client.GetObjectAsync(It.IsAny<GetObjectRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonS3Exception("no", ErrorType.Sender, "AccessDenied", "r", HttpStatusCode.Forbidden));

        var report = await RunAsync(fakes, Options with { ReviewBucket = "reports" });

        Assert.Contains(report.NotSeen, spot => spot.What == "the review of the week before" && spot.Why.Contains("denied", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_RowsInAnotherOrder_GiveTheSameReport()
    {
        var random = new Random(5);
        var shuffled = Bills.Synthetic.OrderBy(_ => random.Next()).ToList();

        var told = await RunAsync(FakeClients.For(Bills.Synthetic));
        var other = await RunAsync(FakeClients.For(shuffled));

        Assert.Equal(new CostReportRenderer().Csv(told), new CostReportRenderer().Csv(other));
    }

    private static Task<CostReport> RunAsync(FakeClients fakes, CostAnalyzerOptions? options = null) =>
        CostAnalyzer.RunAsync(options ?? Options, fakes.Clients, new FixedTime(), CancellationToken.None);

    private static Anomaly Anomaly(string id, double impact) => new()
    {
        AnomalyId = id,
        AnomalyStartDate = "2026-11-10T00:00:00Z",
        AnomalyEndDate = "2026-11-12T00:00:00Z",
        RootCauses = [new RootCause { Service = "Amazon Kinesis", LinkedAccount = "100000000000", Region = "eu-west-1" }],
        Impact = new Impact { MaxImpact = impact, TotalImpact = impact, TotalExpectedSpend = 10 },
    };

    private static Budget Budget(string name, Dictionary<string, List<string>>? filters, Amazon.Budgets.Model.Expression? expression) => new()
    {
        BudgetName = name,
        BudgetType = "COST",
        TimeUnit = "MONTHLY",
        BudgetLimit = new Spend { Amount = "150", Unit = "USD" },
        CalculatedSpend = new CalculatedSpend { ActualSpend = new Spend { Amount = "100", Unit = "USD" } },
        CostFilters = filters,
        FilterExpression = expression,
    };
}
