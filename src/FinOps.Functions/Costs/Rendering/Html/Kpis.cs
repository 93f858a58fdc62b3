using FinOps.Core.Costs.Analysis;
using FinOps.Functions.Rendering;
using FinOps.Functions.Rendering.Html;

namespace FinOps.Functions.Costs.Rendering.Html;

/// <summary>The four headline figures, in the order in which a review reads them.</summary>
internal static class Kpis
{
    // The FinOps community's bars for allocation: 80 % to begin with, 90 % for a practice that runs.
    private const decimal Begun = 0.8m;
    private const decimal Running = 0.9m;

    public static IReadOnlyList<Kpi> Of(CostReport report)
    {
        var analysis = report.Analysis;
        var allocation = analysis.Allocation;
        var bill = analysis.Bill.Total;
        return
        [
            analysis.KnowsBill
                ? new("Bill, month to date", Figures.Money(bill.Current),
                    $"{Figures.SignedPercent(bill.ChangeRatio)} against the same days last month. {CreditsNote(analysis)}", "")
                : new("Bill, month to date", Figures.None, "The answer had not come in time.", ""),
            new("Allocated", Figures.Percent(allocation.Share),
                $"of {Figures.Money(allocation.Total)} usage; {Figures.Points(allocation.Share, allocation.ShareBefore)} against last month.",
                allocation.Share switch { null => "", >= Running => "good", >= Begun => "warn", _ => "bad" }),
            new("Unallocated", analysis.KnowsOwners ? Figures.Money(allocation.Unallocated) : Figures.None, analysis.KnowsOwners ? DriversNote(allocation) : "The answer had not come in time.",
                allocation.Share switch { null => "", >= Running => "good", >= Begun => "warn", _ => "bad" }),
            Ahead(analysis),
        ];
    }

    private static Kpi Ahead(CostAnalysis analysis) => analysis.Forecast switch
    {
        { Forecast: { } forecast } => new("Month-end usage, forecast", Figures.Money(forecast.Amount),
            $"{Figures.Money(forecast.Low)} to {Figures.Money(forecast.High)}; {(forecast.Wape is { } wape ? $"off by {Figures.Percent(wape)} on past month ends" : "not tested on a month end yet")}.", ""),
        { Refusal: { } refusal } => new("Month-end usage, forecast", Figures.None,
            $"{Figures.Count(refusal.DaysMissing, "day")} of history {(refusal.DaysMissing == 1 ? "is" : "are")} missing.", ""),
        _ => new("Usage, month to date", Figures.Money(analysis.UsageTotal), $"{Figures.SignedPercent(analysis.UsageTotals.ChangeRatio)} against the same days of the month before.", ""),
    };

    private static string CreditsNote(CostAnalysis analysis) =>
        analysis.Credits.IsZero ? "No credits." : $"Credits took {Figures.Money(analysis.Credits.Abs())} off.";

    private static string DriversNote(Allocation allocation) => allocation.Accounts.Count == 0
        ? "Nothing is unallocated."
        : $"Most of it in {string.Join(", ", allocation.Accounts.Take(2).Select(driver => $"{driver.Label} ({Figures.Percent(driver.Share)})"))}.";
}
