using System.Globalization;
using System.Text.RegularExpressions;

namespace FinOps.Core.Scheduling.Schedules;

/// <summary>
/// Reads <c>Mon-Fri 08:00-18:00</c>, <c>Mon-Thu 20:00-02:00 + Sat 09:00-13:00 @ America/New_York</c>, <c>daily 06:00-24:00</c>, <c>always</c> and
/// <c>never</c>. Every sign of it may stand in a tag of any service.
/// </summary>
internal static partial class ScheduleText
{
    public const string Example = "Mon-Fri 08:00-18:00 @ Europe/Berlin";

    private const string Always = "always";
    private const string Never = "never";
    private const string Daily = "daily";
    private const int MaxPeriods = 10;

    private static readonly string[] DayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    private static readonly HashSet<DayOfWeek> EveryDay = [.. Enum.GetValues<DayOfWeek>()];

    /// <param name="zone">Of a text that names none.</param>
    /// <returns>The schedule, or what is wrong with the text.</returns>
    public static (WeekSchedule? Schedule, string? Mistake) Read(string text, TimeZoneInfo zone, Func<DateOnly, bool> isHoliday)
    {
        var parts = text.Split('@');
        if (parts.Length > 2)
        {
            return (null, "more than one '@'");
        }

        if (parts is [_, var name] && !TimeZoneInfo.TryFindSystemTimeZoneById(name.Trim(), out zone!))
        {
            return (null, $"'{name.Trim()}', which is no time zone here");
        }

        var week = parts[0].Trim();
        switch (week)
        {
            case Always:
                return (new WeekSchedule(text, zone, [new WorkPeriod(EveryDay, TimeOnly.MinValue, TimeSpan.FromDays(1))], _ => false), null);
            case Never:
                return (new WeekSchedule(text, zone, [], isHoliday), null);
        }

        var periods = week.Split('+');
        if (periods.Length > MaxPeriods)
        {
            return (null, $"{periods.Length} periods, more than {MaxPeriods}");
        }

        var read = periods.Select(period => Period(period.Trim())).ToList();
        return read.Find(period => period.Mistake is not null).Mistake is { } mistake
            ? (null, mistake)
            : (new WeekSchedule(text, zone, [.. read.Select(period => period.Period!)], isHoliday), null);
    }

    private static (WorkPeriod? Period, string? Mistake) Period(string text)
    {
        if (Shape().Match(text) is not { Success: true } match)
        {
            return (null, $"'{text}', which is no period");
        }

        if (Days(match.Groups["days"].Value) is not { } days)
        {
            return (null, $"'{match.Groups["days"].Value}', which is neither a day nor two");
        }

        if (Minutes(match.Groups["from"].Value) is not { } from || from == MinutesOfDay)
        {
            return (null, $"'{match.Groups["from"].Value}', at which nothing begins");
        }

        if (Minutes(match.Groups["to"].Value) is not { } to || to == from)
        {
            return (null, $"'{match.Groups["to"].Value}', at which nothing ends that begins at {match.Groups["from"].Value}");
        }

        var length = to > from ? to - from : MinutesOfDay - from + to;
        return (new WorkPeriod(days, new TimeOnly(from / 60, from % 60), TimeSpan.FromMinutes(length)), null);
    }

    private const int MinutesOfDay = 24 * 60;

    /// <summary>One day, a range of days (over the end of the week too), or all of them.</summary>
    private static HashSet<DayOfWeek>? Days(string text)
    {
        if (text == Daily)
        {
            return EveryDay;
        }

        var names = text.Split('-').Select(name => Array.IndexOf(DayNames, name)).ToList();
        if (names.Contains(-1) || names.Count > 2)
        {
            return null;
        }

        var days = new HashSet<DayOfWeek>();
        for (var day = names[0]; ; day = (day + 1) % 7)
        {
            days.Add((DayOfWeek)day);
            if (day == names[^1])
            {
                return days;
            }
        }
    }

    private static int? Minutes(string text)
    {
        var (hours, minutes) = (int.Parse(text[..2], CultureInfo.InvariantCulture), int.Parse(text[3..], CultureInfo.InvariantCulture));
        return minutes < 60 && (hours < 24 || (hours == 24 && minutes == 0)) ? (hours * 60) + minutes : null;
    }

    [GeneratedRegex(@"^(?<days>[A-Za-z-]{3,7}) +(?<from>[0-9]{2}:[0-9]{2})-(?<to>[0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Shape();
}
