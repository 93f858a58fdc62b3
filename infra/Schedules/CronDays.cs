namespace FinOps.Infra.Schedules;

/// <summary>The days that the two day fields of a cron expression name.</summary>
internal static class CronDays
{
    private static readonly string[] _weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>Days of the month: numbers, <c>L</c> for the last, <c>15W</c> for the weekday nearest to the fifteenth, <c>LW</c> for the last weekday.</summary>
    public static Func<DateOnly, bool>? OfMonth(string text) => Any(text, item => item switch
    {
        "L" => day => day.Day == DaysOf(day),
        "LW" => day => day.Day == NearestWeekday(day, DaysOf(day)),
        [.. var number, 'W'] when CronField.Number(number, 1, 31) is { } nearest => day => nearest <= DaysOf(day) && day.Day == NearestWeekday(day, nearest),
        _ => CronField.Parse(item, 1, 31) is { } numbers ? day => numbers.Contains(day.Day) : null,
    });

    /// <summary>Days of the week: 1 to 7 or SUN to SAT, <c>L</c> for Saturday, <c>6L</c> for the month's last Friday, <c>2#1</c> for its first Monday.</summary>
    public static Func<DateOnly, bool>? OfWeek(string text) => Any(text, item => item switch
    {
        "L" => day => day.DayOfWeek == DayOfWeek.Saturday,
        [.. var number, 'L'] when Weekday(number) is { } last => day => NumberOf(day) == last && day.Day + 7 > DaysOf(day),
        _ when item.Split('#') is [var number, var which] => Weekday(number) is { } weekday && CronField.Number(which, 1, 5) is { } nth
            ? day => NumberOf(day) == weekday && ((day.Day - 1) / 7) + 1 == nth
            : null,
        _ => CronField.Parse(item, 1, 7, _weekdays) is { } numbers ? day => numbers.Contains(NumberOf(day)) : null,
    });

    private static Func<DateOnly, bool>? Any(string text, Func<string, Func<DateOnly, bool>?> parse)
    {
        var items = text.Split(',').Select(parse).ToList();
        return items.Contains(null) ? null : day => items.Any(item => item!(day));
    }

    private static int? Weekday(string text) => CronField.Number(text, 1, 7, _weekdays);

    private static int NumberOf(DateOnly day) => (int)day.DayOfWeek + 1;

    private static int DaysOf(DateOnly day) => DateTime.DaysInMonth(day.Year, day.Month);

    /// <summary>Stays within the month.</summary>
    private static int NearestWeekday(DateOnly month, int day) => new DateOnly(month.Year, month.Month, day).DayOfWeek switch
    {
        DayOfWeek.Saturday => day == 1 ? 3 : day - 1,
        DayOfWeek.Sunday => day == DaysOf(month) ? day - 2 : day + 1,
        _ => day,
    };
}
