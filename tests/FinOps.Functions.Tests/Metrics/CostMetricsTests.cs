using System.Globalization;
using Amazon.Budgets.Model;
using FinOps.Core.Costs;
using FinOps.Core.Metrics;
using FinOps.Core.Tests.Metrics;
using FinOps.Functions.Costs;
using FinOps.Functions.Metrics;
using FinOps.Functions.Tests.Support;
using Moq;

namespace FinOps.Functions.Tests.Metrics;

public sealed class CostMetricsTests
{
    [Fact]
    public async Task Of_SmallReport_IsTheExactText()
    {
        var report = await ReportAsync(FakeClients.For(Bills.Daily(("payments", "shop"), ("search", "search"), ("", "old \"shop\""))));

        Assert.Equal(
            """
            # TYPE finops_report info
            # HELP finops_report What the figures are about.
            finops_report_info{month="2026-11",currency="USD",allocation_tag="Team"} 1
            # TYPE finops_bill_cost_usd gauge
            # UNIT finops_bill_cost_usd usd
            # HELP finops_bill_cost_usd Every charge of the month to date, unblended, as the invoice will show it.
            finops_bill_cost_usd 600
            # TYPE finops_usage_cost_usd gauge
            # UNIT finops_usage_cost_usd usd
            # HELP finops_usage_cost_usd Resource usage of the month to date, amortized.
            finops_usage_cost_usd 600
            # TYPE finops_allocated_cost_usd gauge
            # UNIT finops_allocated_cost_usd usd
            # HELP finops_allocated_cost_usd Usage whose allocation tag has a value that the tag standard allows.
            finops_allocated_cost_usd 400
            # TYPE finops_unallocated_cost_usd gauge
            # UNIT finops_unallocated_cost_usd usd
            # HELP finops_unallocated_cost_usd Usage without such a value.
            finops_unallocated_cost_usd 200
            # TYPE finops_allocated_share_ratio gauge
            # UNIT finops_allocated_share_ratio ratio
            # HELP finops_allocated_share_ratio Allocated cost as a share of usage, 1 being all of it.
            finops_allocated_share_ratio 0.666667
            # TYPE finops_month_end_estimate_usd gauge
            # UNIT finops_month_end_estimate_usd usd
            # HELP finops_month_end_estimate_usd Usage at the end of the month as the report forecasts it.
            finops_month_end_estimate_usd 900
            # TYPE finops_forecast_error_ratio gauge
            # UNIT finops_forecast_error_ratio ratio
            # HELP finops_forecast_error_ratio Weighted absolute error of the same forecast on past month ends.
            finops_forecast_error_ratio 0
            # TYPE finops_unallocated_account_cost_usd gauge
            # UNIT finops_unallocated_account_cost_usd usd
            # HELP finops_unallocated_account_cost_usd Unallocated cost by account, the 20 dearest.
            finops_unallocated_account_cost_usd{account="100000000002",name="old \"shop\""} 200
            # TYPE finops_unallocated_account_rest_usd gauge
            # UNIT finops_unallocated_account_rest_usd usd
            # HELP finops_unallocated_account_rest_usd Unallocated cost of every other account together.
            finops_unallocated_account_rest_usd 0
            # TYPE finops_unallocated_service_cost_usd gauge
            # UNIT finops_unallocated_service_cost_usd usd
            # HELP finops_unallocated_service_cost_usd Unallocated cost by service, the 20 dearest.
            finops_unallocated_service_cost_usd{service="AWS Lambda"} 200
            # TYPE finops_unallocated_service_rest_usd gauge
            # UNIT finops_unallocated_service_rest_usd usd
            # HELP finops_unallocated_service_rest_usd Unallocated cost of every other service together.
            finops_unallocated_service_rest_usd 0
            # TYPE finops_report_blindspots gauge
            # HELP finops_report_blindspots Things that the report could not see.
            finops_report_blindspots 0
            # TYPE finops_report_cost_explorer_requests gauge
            # HELP finops_report_cost_explorer_requests Cost Explorer requests of the last report.
            finops_report_cost_explorer_requests 3
            # TYPE finops_report_price_usd gauge
            # UNIT finops_report_price_usd usd
            # HELP finops_report_price_usd What those requests cost.
            finops_report_price_usd 0.03
            # EOF

            """,
            OpenMetricsText.Write(CostMetrics.Of(report)));
    }

    /// <summary>Sixty accounts: one series for each of the twenty dearest, and the sum is still the whole.</summary>
    [Fact]
    public async Task Of_ManyDrivers_HasTwentyAndTheRest()
    {
        var report = await ReportAsync(FakeClients.For(Bills.Synthetic));
        var driver = report.Analysis.Allocation.Accounts[0];
        var many = report with
        {
            Analysis = report.Analysis with
            {
                Allocation = report.Analysis.Allocation with { Accounts = [.. Enumerable.Range(0, 60).Select(i => driver with { Key = $"{i}", Unallocated = Money.Usd(100 - i) })] },
            },
        };

        var samples = Parsed(many);

        var accounts = samples.Where(sample => sample.Name == "finops_unallocated_account_cost_usd").ToList();
        Assert.Equal(CostMetrics.MostDrivers, accounts.Count);
        Assert.Equal(Enumerable.Range(0, 60).Sum(i => 100m - i), accounts.Sum(sample => sample.Value) + Value(samples, "finops_unallocated_account_rest_usd"));
    }

    [Fact]
    public async Task Of_SyntheticBill_EqualsTheReport()
    {
        var report = await ReportAsync(FakeClients.For(Bills.Synthetic));

        var samples = Parsed(report);

        Assert.Equal(report.Analysis.BillTotal!.Value.Amount, Value(samples, "finops_bill_cost_usd"));
        Assert.Equal(report.Analysis.Allocation.Unallocated.Amount, Value(samples, "finops_unallocated_cost_usd"));
        Assert.Equal(report.Analysis.Forecast.Forecast!.Amount.Amount, Value(samples, "finops_month_end_estimate_usd"));
        foreach (var kind in (string[])["account", "service"])
        {
            Assert.Equal(
                report.Analysis.Allocation.Unallocated.Amount,
                samples.Where(sample => sample.Name == $"finops_unallocated_{kind}_cost_usd").Sum(sample => sample.Value) + Value(samples, $"finops_unallocated_{kind}_rest_usd"));
        }
    }

    [Fact]
    public async Task Of_Budgets_HasTheMostUsedOnceEach()
    {
        var fakes = FakeClients.For(Bills.Daily(("payments", "a")));
        fakes.Budgets.Setup(client => client.DescribeBudgetsAsync(It.IsAny<DescribeBudgetsRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new DescribeBudgetsResponse
            {
                Budgets = [Budget("zero", 0, 5), .. Enumerable.Range(1, 150).Select(i => Budget($"b{i}", 1000, i)), Budget("b150", 1000, 150)],
            });

        var samples = Parsed(await ReportAsync(fakes)).Where(sample => sample.Name == "finops_budget_used_ratio").ToList();

        Assert.Equal(CostMetrics.MostBudgets, samples.Count);
        Assert.Equal(("b150", 0.15m), (samples[0].Labels["budget"], samples[0].Value));
        Assert.Equal(("b51", 0.051m), (samples[^1].Labels["budget"], samples[^1].Value));
    }

    [Fact]
    public async Task Of_NothingSpent_HasNoShare()
    {
        var samples = Parsed(await ReportAsync(FakeClients.For([])));

        Assert.Equal(0, Value(samples, "finops_bill_cost_usd"));
        Assert.DoesNotContain(samples, sample => sample.Name == "finops_allocated_share_ratio");
    }

    [Fact]
    public async Task Of_HostileNames_AreData()
    {
        const string Hostile = "a\"} 1\n# EOF\n\\\r\0";
        var report = await ReportAsync(FakeClients.For(Bills.Daily(("", Hostile), ("", new string('\\', 256)))));

        var names = Parsed(report).Where(sample => sample.Labels.ContainsKey("name")).Select(sample => sample.Labels["name"]);
        Assert.Equal([Hostile, new string('\\', 256)], names);
        Assert.All(EmbeddedMetrics.Lines(CostMetrics.Of(report), report.GeneratedAt), line => Assert.DoesNotContain('\n', line));
    }

    private static Budget Budget(string name, decimal limit, decimal actual) => new()
    {
        BudgetName = name,
        BudgetType = "COST",
        TimeUnit = "MONTHLY",
        BudgetLimit = new Spend { Amount = limit.ToString(CultureInfo.InvariantCulture), Unit = "USD" },
        CalculatedSpend = new CalculatedSpend { ActualSpend = new Spend { Amount = actual.ToString(CultureInfo.InvariantCulture), Unit = "USD" } },
    };

    private static IReadOnlyList<ParsedSample> Parsed(CostReport report) => OpenMetricsParser.Parse(OpenMetricsText.Write(CostMetrics.Of(report)));

    private static decimal Value(IEnumerable<ParsedSample> samples, string name) => samples.Single(sample => sample.Name == name).Value;

    private static Task<CostReport> ReportAsync(FakeClients fakes) => CostAnalyzer.RunAsync(
        new CostAnalyzerOptions { Standard = Standards.Own, AsOf = Bills.AsOf }, fakes.Clients, TimeProvider.System, CancellationToken.None);
}
