using FinOps.Core.Costs;
using FinOps.Core.Costs.History;
using FinOps.Functions.Rendering;
using FinOps.Functions.Rendering.Html;

namespace FinOps.Functions.History.Rendering;

/// <summary>What the page and the Markdown say alike.</summary>
internal static class HistoryWords
{
    public static string Title(HistoryAnalysis analysis) => $"Cost history {Months(analysis)}";

    public static string Months(HistoryAnalysis analysis) =>
        analysis.Period.From == analysis.Period.To ? $"{analysis.Period.To}" : $"{analysis.Period.From} to {analysis.Period.To}";

    public static string Lede(HistoryReport report) =>
        $"{Figures.Days(report.Analysis.Period.Days)}, by {report.Analysis.Grouping.Heading}. {report.Metric} of every charge, in {report.Analysis.Currency}.";

    public static string Amount(HistoryMonth month, Money amount) => month.State == MonthState.NoData ? "no data" : Figures.Money(amount);

    public static string State(HistoryMonth month) => month.State switch
    {
        MonthState.Partial => $"not over: {Figures.Count(month.Days, "day")}",
        MonthState.NoData => "no data",
        _ => month.IsEstimated ? "estimated" : "",
    };

    public static string Change(CostChange? change) => change is null ? Figures.None : Figures.Change(change.Amount);

    public static string Year(Seasonality seasonality) => seasonality.NoYear is { } reason
        ? $"No month is compared with the same month a year before: {reason}."
        : "Each whole month stands next to the same month a year before, where that one is whole too.";

    public static string Weekdays(Seasonality seasonality) => seasonality.NoWeekdays is { } reason
        ? $"No index of weekdays: {reason}."
        : $"Median cost of each weekday in {Figures.Days(seasonality.Weeks)}; an index of 1 is a typical day.";

    public static IReadOnlyList<Kpi> Cards(HistoryAnalysis analysis)
    {
        var last = analysis.LastWhole;
        var partial = analysis.Months.Any(month => month.State == MonthState.Partial);
        return
        [
            new("Whole period", Figures.Money(analysis.Total), $"{Figures.Count(analysis.Months.Count, "month")}{(partial ? ", the last one not over" : "")}.", ""),
            last is null
                ? new("Last whole month", Figures.None, "No month of this history is over and has cost.", "")
                : new($"Last whole month, {last.Month}", Figures.Money(last.Total),
                    last.Change is { } change ? $"{Figures.Change(change.Amount)} ({Figures.SignedPercent(change.Ratio)}) against {last.Month.Previous}." : "No whole month before it to compare with.", ""),
            new("Average whole month", analysis.Average is { } average ? Figures.Money(average) : Figures.None, $"Over {Figures.Count(analysis.Seasonality.WholeMonths, "month")}.", ""),
            last?.YearChange is { } year
                ? new("Against a year before", Figures.SignedPercent(year.Ratio), $"{Figures.Change(year.Amount)} against {last.Month.AddMonths(-12)}.", "")
                : new("Against a year before", Figures.None, Year(analysis.Seasonality), ""),
        ];
    }
}
