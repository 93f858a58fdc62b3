using FinOps.Core.Costs.Analysis;
using FinOps.Core.Costs.Budgets;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Costs.Rendering;

/// <summary>The weekly review in half an hour: what to go through, for how long, and what there is of it this week.</summary>
internal static class ReviewAgenda
{
    public static IReadOnlyList<(string Topic, int Minutes, string Now)> Of(CostAnalysis analysis)
    {
        var open = analysis.Anomalies.Items.Count(anomaly => anomaly.IsOpen);
        var breaching = analysis.Budgets.Count(budget => budget.State != BudgetState.Within);
        return
        [
            ("The three figures against last week", 5, Kpis(analysis)),
            ("Top movers: expected, unexpected or unknown, each owner for their own", 10, Figures.Count(analysis.WeekMovers().Count(), "mover")),
            ("Unusual costs, and what AWS should be told about them", 5, $"{open} open"),
            ("Unallocated cost: an owner and a day for each account", 5, $"{Figures.Money(analysis.Allocation.Unallocated)} in {Figures.Count(analysis.Allocation.Accounts.Count, "account")}"),
            ("Month end against budgets", 5, $"{(analysis.Forecast.Forecast is { } forecast ? Figures.Money(forecast.Amount) : "no forecast")}; {Figures.Count(breaching, "budget")} over or about to be"),
        ];
    }

    private static string Kpis(CostAnalysis analysis)
    {
        var share = $"{Figures.Percent(analysis.Allocation.Share)} allocated, {Figures.Money(analysis.Allocation.Unallocated)} unallocated";
        return analysis.Review.Earlier is { } earlier
            ? $"{share}; in {earlier.Week} {Figures.Percent(earlier.AllocatedShare)} and {Figures.Money(earlier.Unallocated)}"
            : share;
    }
}
