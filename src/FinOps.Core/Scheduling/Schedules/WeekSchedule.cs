namespace FinOps.Core.Scheduling.Schedules;

/// <summary>
/// When something is to run. Periods are told by the clocks of a time zone: one that begins or ends in the hour which is skipped in spring does
/// so an hour later; one that begins or ends in the hour which comes twice in autumn begins at the first and ends at the second, so that
/// nothing stops too early. On a holiday no period begins; one that began the evening before goes on to its end.
/// </summary>
public sealed class WeekSchedule
{
    // The longest time between two changes that anybody needs to be told: a year, and the holidays around its end.
    private const int HorizonDays = 400;

    private readonly IReadOnlyList<WorkPeriod> _periods;
    private readonly Func<DateOnly, bool> _isHoliday;

    internal WeekSchedule(string text, TimeZoneInfo zone, IReadOnlyList<WorkPeriod> periods, Func<DateOnly, bool> isHoliday) =>
        (Text, Zone, _periods, _isHoliday) = (text, zone, periods, isHoliday);

    /// <summary>As it was written: <c>Mon-Fri 08:00-18:00</c>.</summary>
    public string Text { get; }

    public TimeZoneInfo Zone { get; }

    public bool IsOpen(DateTimeOffset now) => Around(now).Any(interval => interval.Start <= now && now < interval.End);

    /// <summary>When it next opens or closes; null when it does not within a year.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now)
    {
        var today = LocalDay(now);
        var end = (DateTimeOffset?)null;
        for (var day = today.AddDays(-1); day <= today.AddDays(HorizonDays); day = day.AddDays(1))
        {
            foreach (var interval in On(day).Where(interval => interval.End > now))
            {
                if (end is null && interval.Start > now)
                {
                    return interval.Start;
                }

                // What begins where, or before, another ends is one time to run.
                if (end is { } known && interval.Start > known)
                {
                    return known;
                }

                end = end > interval.End ? end : interval.End;
            }
        }

        // Nothing closes that goes on to the end of what was looked at.
        return end < Instant(today.AddDays(HorizonDays).ToDateTime(TimeOnly.MinValue), first: true) ? end : null;
    }

    private IEnumerable<OpenInterval> Around(DateTimeOffset now)
    {
        var today = LocalDay(now);
        return On(today.AddDays(-1)).Concat(On(today));
    }

    private IEnumerable<OpenInterval> On(DateOnly day) => _isHoliday(day)
        ? []
        : _periods.Where(period => period.Days.Contains(day.DayOfWeek))
            .Select(period => (Start: day.ToDateTime(period.From), period.Length))
            .Select(local => new OpenInterval(Instant(local.Start, first: true), Instant(local.Start + local.Length, first: false)))
            .Where(interval => interval.Start < interval.End)
            .OrderBy(interval => interval.Start);

    private DateOnly LocalDay(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);

    /// <param name="first">Which of the two instants, where the clocks show the same time twice.</param>
    private DateTimeOffset Instant(DateTime local, bool first) => LocalClock.Instant(local, Zone, first);
}
