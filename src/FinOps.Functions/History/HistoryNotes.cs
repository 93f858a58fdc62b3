using FinOps.Core.Costs.Analysis;
using FinOps.Core.Costs.History;
using FinOps.Functions.Rendering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.History;

/// <summary>How the figures came about, and what they do not hold.</summary>
internal static class HistoryNotes
{
    public static IReadOnlyList<HeadlineNote> For(HistoryReport report)
    {
        var analysis = report.Analysis;
        List<HeadlineNote> notes =
        [
            new("Total", Figures.Money(analysis.Total),
                $"Sum of {report.Metric} over all charge types (credits, refunds and tax included), {Figures.Days(analysis.Period.Days)}; one Cost Explorer question, grouped by {analysis.Grouping.Heading}."),
            new("Month over month", Figures.SignedPercent(analysis.LastWhole?.Change?.Ratio),
                "A month minus the month before, and divided by it. Only whole months with cost are compared: a month that is not over, or without data, is not. No percentage where the month before was not above zero."),
            new("Same month a year before", Figures.SignedPercent(analysis.LastWhole?.YearChange?.Ratio),
                analysis.Seasonality.NoYear is { } noYear ? $"Not computed: {noYear}." : "A whole month minus the month twelve before, and divided by it."),
        ];
        if (analysis.Granularity == HistoryGranularity.Daily)
        {
            notes.Add(new("Index of weekdays", analysis.Seasonality.Weekdays.Count == 0 ? Figures.None : Figures.Days(analysis.Seasonality.Weeks),
                analysis.Seasonality.NoWeekdays is { } noWeekdays
                    ? $"Not computed: {noWeekdays}."
                    : $"Median cost of each weekday divided by the mean of the seven medians, over the last whole weeks; the last {ReportPeriods.UnsettledDays} days are left out because AWS still corrects them. A median, so that the charges of the first of a month do not pass for a habit of the weekday on which it fell."));
        }

        return notes;
    }

    public static IEnumerable<Blindspot> NotSeen(HistoryAnalysis analysis)
    {
        var without = analysis.Months.Where(month => month.State == MonthState.NoData).Select(month => month.Month.ToString()).ToList();
        if (without.Count > 0)
        {
            yield return new Blindspot(
                $"any cost in {string.Join(", ", without)}",
                "AWS reported none: the organization, or its Cost Explorer data, may begin later",
                "Ask for later months, or enable multi-year data in the Cost Management preferences.");
        }

        foreach (var month in analysis.Months.Where(month => month.State == MonthState.Partial))
        {
            yield return new Blindspot(
                $"all of {month.Month}",
                $"only {Figures.Count(month.Days, "day")} of it {(month.Days == 1 ? "is" : "are")} over, so it is compared with no other month",
                "Make the report again when the month is over.");
        }

        var estimated = analysis.Months.Where(month => month.IsEstimated).Select(month => month.Month.ToString()).ToList();
        if (estimated.Count > 0)
        {
            yield return new Blindspot(
                "final figures", $"AWS marks {string.Join(", ", estimated)} as estimated", "Wait for the invoice, around the 5th of the next month, before booking these amounts.");
        }

        if (analysis.Grouping.MayBeMissing && analysis.Groups is [{ Key: "" }])
        {
            yield return new Blindspot(
                $"any value of {analysis.Grouping.Name}",
                analysis.Grouping.Kind == HistoryGroupingKind.Tag
                    ? "no cost carries this tag; a tag counts only from the day on which it is activated for cost allocation in the management account"
                    : "no cost has a value in this cost category",
                "Check the spelling, and that it is active in the management account.");
        }
    }
}
