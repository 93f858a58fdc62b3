using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;
using FinOps.Core.Costs.Budgets;
using FinOps.Core.Metrics;
using FinOps.Functions.Costs;

namespace FinOps.Functions.Metrics;

/// <summary>The figures of the cost report as metrics; docs/metrics.md lists them. What the report does not know has no sample: silence is never zero.</summary>
public static class CostMetrics
{
    /// <summary>Accounts, and as many services, that have a sample of their own; what the others hold is summed up.</summary>
    public const int MostDrivers = 20;

    /// <summary>Budgets that have a sample, the most used first.</summary>
    public const int MostBudgets = 100;

    public static IReadOnlyList<MetricFamily> Of(CostReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var analysis = report.Analysis;
        var allocation = analysis.Allocation;
        return
        [
            new("finops_report", MetricKind.Info, "", "What the figures are about.",
                new MetricSample(1, ("month", analysis.Periods.Month.ToString()), ("currency", analysis.Currency), ("allocation_tag", allocation.TagKey))),
            Cost("finops_bill_cost", "Every charge of the month to date, unblended, as the invoice will show it.", Samples(analysis.BillTotal), analysis.Currency),
            Cost("finops_usage_cost", "Resource usage of the month to date, amortized.", analysis.UsageTotal),
            Cost("finops_allocated_cost", "Usage whose allocation tag has a value that the tag standard allows.", Samples(analysis.KnowsOwners ? allocation.Allocated : null), analysis.Currency),
            Cost("finops_unallocated_cost", "Usage without such a value.", Samples(analysis.KnowsOwners ? allocation.Unallocated : null), analysis.Currency),
            Ratio("finops_allocated_share", "Allocated cost as a share of usage, 1 being all of it.", Share(allocation.Share)),
            Cost("finops_month_end_estimate", "Usage at the end of the month as the report forecasts it.", Samples(analysis.Forecast.Forecast?.Amount), analysis.Currency),
            Ratio("finops_forecast_error", "Weighted absolute error of the same forecast on past month ends.", Share(analysis.Forecast.Forecast?.Wape)),
            Ratio("finops_budget_used", "Actual cost of a budget as a share of its limit.", Budgets(analysis.Budgets)),
            .. analysis.Missing.Contains(CostQuestion.UsageByAccount) ? [] : Drivers("account", allocation.Accounts, driver => [("account", driver.Key), ("name", driver.Label)], allocation.Currency),
            .. analysis.Missing.Contains(CostQuestion.UsageByService) ? [] : Drivers("service", allocation.Services, driver => [("service", driver.Key)], allocation.Currency),
            new("finops_report_blindspots", MetricKind.Gauge, "", "Things that the report could not see.", new MetricSample(report.NotSeen.Count)),
            new("finops_report_cost_explorer_requests", MetricKind.Gauge, "", "Cost Explorer requests of the last report.", new MetricSample(report.Cost.CostExplorerRequests)),
            Cost("finops_report_price", "What those requests cost.", report.Cost.Price),
        ];
    }

    private static IEnumerable<MetricFamily> Drivers(string kind, IReadOnlyList<AllocationDriver> drivers, Func<AllocationDriver, (string, string)[]> labels, string currency)
    {
        yield return Cost($"finops_unallocated_{kind}_cost", $"Unallocated cost by {kind}, the {MostDrivers} dearest.",
            [.. drivers.Take(MostDrivers).Select(driver => new MetricSample(driver.Unallocated.Amount, labels(driver)))], currency);
        yield return Cost($"finops_unallocated_{kind}_rest", $"Unallocated cost of every other {kind} together.",
            Money.Sum(drivers.Skip(MostDrivers).Select(driver => driver.Unallocated), currency));
    }

    // A budget that is created while the list is read in pages can be on two of them; one series twice would spoil the whole scrape.
    private static List<MetricSample> Budgets(IEnumerable<BudgetStatus> budgets) =>
        [.. budgets
            .DistinctBy(budget => budget.Name, StringComparer.Ordinal)
            .Where(budget => budget.Used is not null)
            .OrderByDescending(budget => budget.Used)
            .ThenBy(budget => budget.Name, StringComparer.Ordinal)
            .Take(MostBudgets)
            .SelectMany(budget => Share(budget.Used, ("budget", budget.Name)))];

    private static MetricFamily Cost(string name, string help, Money value) => Cost(name, help, Samples(value), value.Currency);

    // A metric in another currency is another metric, so that nobody adds them up.
    private static MetricFamily Cost(string name, string help, IReadOnlyList<MetricSample> samples, string currency)
    {
        var unit = currency.ToLowerInvariant();
        return new($"{name}_{unit}", MetricKind.Gauge, unit, help, samples);
    }

    private static MetricFamily Ratio(string name, string help, IReadOnlyList<MetricSample> samples) => new($"{name}_ratio", MetricKind.Gauge, "ratio", help, samples);

    private static MetricSample[] Samples(Money? value) => value is { } known ? [new(known.Amount)] : [];

    /// <summary>To six places: a share is a quotient and has no exact end.</summary>
    private static MetricSample[] Share(decimal? share, params (string, string)[] labels) => share is { } known ? [new(decimal.Round(known, 6), labels)] : [];
}
