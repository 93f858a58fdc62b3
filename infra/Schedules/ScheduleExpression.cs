using System.Globalization;

namespace FinOps.Infra.Schedules;

/// <summary>When something runs, as EventBridge Scheduler writes it: <c>cron(minutes hours day-of-month month day-of-week year)</c> or <c>rate(value unit)</c>.</summary>
internal sealed class ScheduleExpression
{
    private static readonly string[] _months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <summary>Eight years hold every kind of month; which eight makes no difference, and today would make one in every deployment.</summary>
    private static readonly DateOnly _first = new(2024, 1, 1), _end = new(2032, 1, 1);

    private ScheduleExpression(TimeSpan? longestGap) => LongestGap = longestGap;

    /// <summary>The longest time from one run to the next by the clock on the wall; null when the runs come to an end.</summary>
    public TimeSpan? LongestGap { get; }

    /// <returns>Null when the text is none that Scheduler takes.</returns>
    public static ScheduleExpression? Parse(string text) =>
        Inside(text, "rate(") is { } rate ? Rate(rate.Split(' ')) : Inside(text, "cron(") is { } cron ? Cron(cron.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : null;

    private static string? Inside(string text, string start) => text.StartsWith(start, StringComparison.Ordinal) && text.EndsWith(')') ? text[start.Length..^1] : null;

    private static ScheduleExpression? Rate(string[] words)
    {
        if (words is not [var count, var unit] || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value == 0 || (value == 1) == unit.EndsWith('s'))
        {
            return null;
        }

        return unit.TrimEnd('s') switch
        {
            "minute" => new(TimeSpan.FromMinutes(value)),
            "hour" => new(TimeSpan.FromHours(value)),
            "day" => new(TimeSpan.FromDays(value)),
            _ => null,
        };
    }

    private static ScheduleExpression? Cron(string[] fields)
    {
        // Of the two fields for days, one names them and the other is a question mark.
        if (fields is not [var minutes, var hours, var dayOfMonth, var month, var dayOfWeek, var year]
            || (dayOfMonth == "?") == (dayOfWeek == "?")
            || CronField.Parse(minutes, 0, 59) is not { } atMinutes
            || CronField.Parse(hours, 0, 23) is not { } atHours
            || CronField.Parse(month, 1, 12, _months) is not { } inMonths
            || (dayOfMonth == "?" ? CronDays.OfWeek(dayOfWeek) : CronDays.OfMonth(dayOfMonth)) is not { } onDays
            || CronField.Parse(year, 1970, 2199) is null)
        {
            return null;
        }

        return new(year == "*" ? Longest([.. Days().Where(day => inMonths.Contains(day.Month) && onDays(day))], [.. atHours.SelectMany(hour => atMinutes.Select(minute => new TimeSpan(hour, minute, 0))).Order()]) : null);
    }

    private static IEnumerable<DateOnly> Days() => Enumerable.Range(0, _end.DayNumber - _first.DayNumber).Select(_first.AddDays);

    private static TimeSpan? Longest(List<DateOnly> days, List<TimeSpan> times)
    {
        if (days.Count < 2)
        {
            return null;
        }

        var overnight = TimeSpan.FromDays(days.Zip(days.Skip(1), (day, next) => next.DayNumber - day.DayNumber).Max()) - times[^1] + times[0];
        return times.Zip(times.Skip(1), (time, next) => next - time).Append(overnight).Max();
    }
}
