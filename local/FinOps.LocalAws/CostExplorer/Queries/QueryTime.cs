using FinOps.Core.Costs;
using FinOps.LocalAws.CostExplorer.Input;

namespace FinOps.LocalAws.CostExplorer.Queries;

/// <summary>Reads the time period of a query and refuses what Cost Explorer refuses.</summary>
internal static class QueryTime
{
    private const int HistoryMonths = 14;

    public static IReadOnlyList<string> Granularities { get; } = ["DAILY", "MONTHLY", "HOURLY"];

    /// <param name="today">The day after the last one with costs.</param>
    /// <exception cref="Wire.AwsError">ValidationException, or DataUnavailableException for hours, which need an opt-in.</exception>
    public static DateRange Read(RequestInput period, string? granularity, DateOnly today)
    {
        var (startText, endText) = (period.RequiredText("Start", max: 40), period.RequiredText("End", max: 40));
        period.Check();
        if (granularity == "HOURLY")
            throw CostExplorerErrors.DataUnavailable("Hourly data is not available: hourly granularity has not been enabled in the Cost Management preferences of the management account.");
        var start = Day(startText, "start");
        var end = Day(endText, "end");
        if (start >= end)
            throw CostExplorerErrors.Validation("Start date (and hour) should be before end date (and hour)");
        if (start < today.AddMonths(-HistoryMonths))
            throw CostExplorerErrors.Validation($"You haven't enabled historical data beyond {HistoryMonths} months.");
        if (end > BillingMonth.Containing(today).Range.End)
            throw CostExplorerErrors.Validation("end date past the beginning of next month");
        return new DateRange(start, end);
    }

    public static IReadOnlyList<DateRange> Split(DateRange range, string? granularity) => granularity == "MONTHLY"
        ? [.. range.EachMonth()]
        : [.. range.EachDay().Select(day => DateRange.OfDays(day, 1))];

    // Times of day are for hourly queries, but are accepted at midnight.
    private static DateOnly Day(string text, string name) =>
        ApiTime.ParseDate(text.EndsWith("T00:00:00Z", StringComparison.Ordinal) ? text[..10] : text)
        ?? throw CostExplorerErrors.Validation($"Time period {name} '{text}' is not a date of the form yyyy-MM-dd.");
}
