using FinOps.Core.Costs.Anomalies;
using FinOps.Core.Costs.Forecasting;

namespace FinOps.Core.Costs.Analysis;

/// <summary>Which days a cost report looks at and compares. Every range has the form of <see cref="DateRange"/>: the end is not in it.</summary>
public sealed record ReportPeriods
{
    /// <summary>AWS goes on correcting the last days; comparing them with settled ones would show falls that are none.</summary>
    public const int UnsettledDays = 2;

    private const int Week = 7;
    private const int KeptMonths = 13;

    private ReportPeriods(BillingMonth month, DateOnly asOf)
    {
        AsOf = asOf;
        Month = month;
        var end = asOf < month.Range.End ? asOf : month.Range.End;
        Current = new DateRange(month.FirstDay, end);
        var comparable = Math.Min(Current.Days, month.Previous.Days);
        CurrentComparable = DateRange.OfDays(month.FirstDay, comparable);
        SameDaysBefore = DateRange.OfDays(month.Previous.FirstDay, comparable);
        PreviousMonth = month.Previous.Range;
        Gathered = new DateRange(month.Previous.FirstDay, end);
        var settledEnd = asOf.AddDays(-UnsettledDays);
        SettledEnd = settledEnd < end ? settledEnd : end;
        RecentWeek = DateRange.OfDays(SettledEnd.AddDays(-Week), Week);
        WeekBefore = RecentWeek.Preceding();
        Watched = DateRange.OfDays(SettledEnd.AddDays(-DailyDetector.WatchedDays), DailyDetector.WatchedDays);
        Compared = new DateRange(Watched.Start.AddDays(-DailyDetector.BaselineDays) is var learnt && learnt < Gathered.Start ? learnt : Gathered.Start, end);
        History = MonthIsOver ? Gathered : new DateRange(HistoryStart(month, asOf), end);
    }

    /// <summary>"Today": the first day that is not looked at.</summary>
    public DateOnly AsOf { get; }

    public BillingMonth Month { get; }

    /// <summary>The month's days up to yesterday, or all of them when the month is over.</summary>
    public DateRange Current { get; }

    /// <summary>The days of the month that have a twin in the month before: 31 March has none in a February of 28 days.</summary>
    public DateRange CurrentComparable { get; }

    public DateRange SameDaysBefore { get; }

    public DateRange PreviousMonth { get; }

    /// <summary>The month and the month before it.</summary>
    public DateRange Gathered { get; }

    /// <summary>The settled days that are held against the days before them to find unusual ones.</summary>
    public DateRange Watched { get; }

    /// <summary>The days by owner and service that must be asked for: those to show, and those that unusual ones are held against.</summary>
    public DateRange Compared { get; }

    /// <summary>The days in total that must be asked for: enough to forecast the month and to test that on the months before.</summary>
    public DateRange History { get; }

    /// <summary>The first day whose amounts are still expected to change.</summary>
    public DateOnly SettledEnd { get; }

    /// <summary>The last seven settled days.</summary>
    public DateRange RecentWeek { get; }

    public DateRange WeekBefore { get; }

    public bool MonthIsOver => Current.End == Month.Range.End;

    /// <summary>The month in which yesterday lies, so that on the 1st the report is about the month that has just ended.</summary>
    public static ReportPeriods AsOfDay(DateOnly asOf) => new(BillingMonth.Containing(asOf.AddDays(-1)), asOf);

    /// <exception cref="ArgumentOutOfRangeException">The month has not begun, or began today: it has no complete day yet.</exception>
    public static ReportPeriods For(BillingMonth month, DateOnly asOf)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(month.FirstDay, asOf, nameof(month));
        return new ReportPeriods(month, asOf);
    }

    // Cost Explorer keeps thirteen whole months and the current one by day.
    private static DateOnly HistoryStart(BillingMonth month, DateOnly asOf)
    {
        var wanted = month.AddMonths(-Forecaster.HistoryMonths);
        var kept = BillingMonth.Containing(asOf).AddMonths(-KeptMonths);
        var start = wanted > kept ? wanted : kept;
        return (start < month.Previous ? start : month.Previous).FirstDay;
    }
}
