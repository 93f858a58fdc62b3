using System.Globalization;
using System.Text.RegularExpressions;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;

namespace FinOps.Core.Scheduling.Schedules;

/// <summary>The schedules that tags may name, the time zone of those that name none, and the days on which nobody works.</summary>
public sealed partial class ScheduleBook
{
    public const string ScheduleId = "FIN5100";
    public const string CalendarId = "FIN5101";

    /// <summary>Values of the schedule tag that keep the scheduler away.</summary>
    private static readonly string[] KeepAway = ["ignore", "exempt"];

    private readonly Dictionary<string, WeekSchedule> _named;
    private readonly HashSet<DateOnly> _dates;
    private readonly HashSet<(int Month, int Day)> _everyYear;

    private ScheduleBook(TimeZoneInfo zone, HashSet<DateOnly> dates, HashSet<(int Month, int Day)> everyYear)
    {
        (Zone, _dates, _everyYear) = (zone, dates, everyYear);
        _named = new Dictionary<string, WeekSchedule>(StringComparer.Ordinal);
    }

    public TimeZoneInfo Zone { get; }

    public IReadOnlyDictionary<string, WeekSchedule> Named => _named;

    /// <param name="source">Where it is written, for messages.</param>
    /// <param name="schedules">Texts such as <c>Mon-Fri 08:00-18:00</c> by names such as <c>office-hours</c>.</param>
    /// <param name="holidays">Days such as <c>2026-12-25</c>, or <c>12-25</c> for every year.</param>
    /// <exception cref="ProblemException">FIN5100, FIN5101: all mistakes at once.</exception>
    public static ScheduleBook Read(string source, IReadOnlyDictionary<string, string> schedules, IReadOnlyList<string> holidays, string timeZone)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        ArgumentNullException.ThrowIfNull(holidays);
        var problems = new List<Problem>();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone))
        {
            problems.Add(new Problem(CalendarId, source, "timeZone", $"'{timeZone}'", "an IANA time zone that this machine knows", "Name one such as Europe/Berlin or UTC. Without time zone data (tzdata, TZDIR) a machine knows UTC alone."));
        }

        var (dates, everyYear) = Holidays(source, holidays, problems);
        var book = new ScheduleBook(zone ?? TimeZoneInfo.Utc, dates, everyYear);
        foreach (var (name, text) in schedules.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            if (!Name().IsMatch(name) || KeepAway.Contains(name))
            {
                problems.Add(new Problem(ScheduleId, source, $"schedules.{name}", $"the name '{name}'", "2 to 40 lower-case letters, digits and '-', beginning with a letter, and not 'ignore' or 'exempt'", "Name it like office-hours."));
            }

            if (ScheduleText.Read(text, book.Zone, book.IsHoliday) is { Mistake: { } mistake })
            {
                problems.Add(new Problem(ScheduleId, source, $"schedules.{name}", mistake, "days and hours joined by '+', with a time zone after '@' when it is another one", $"Write it like {ScheduleText.Example}."));
            }
            else
            {
                book._named[name] = ScheduleText.Read(text, book.Zone, book.IsHoliday).Schedule!;
            }
        }

        return problems.Count > 0 ? throw new ProblemException(problems) : book;
    }

    public bool IsHoliday(DateOnly day) => _dates.Contains(day) || _everyYear.Contains((day.Month, day.Day));

    internal static bool KeepsAway(string value) => KeepAway.Contains(value);

    /// <summary>What the value of a tag means: the name of a schedule, or hours of its own.</summary>
    /// <returns>The schedule, or what is wrong with the value.</returns>
    internal (WeekSchedule? Schedule, string? Mistake) Find(string value)
    {
        if (_named.TryGetValue(value, out var named))
        {
            return (named, null);
        }

        var (own, mistake) = ScheduleText.Read(value, Zone, IsHoliday);
        // A word without hours was meant for a name.
        return own is not null || value.Contains(':', StringComparison.Ordinal)
            ? (own, mistake)
            : (null, $"no schedule of that name{(Spelling.Nearest(value, _named.Keys) is { } near ? $"; {near} is the nearest" : "")}");
    }

    private static (HashSet<DateOnly>, HashSet<(int, int)>) Holidays(string source, IReadOnlyList<string> texts, List<Problem> problems)
    {
        var (dates, everyYear) = (new HashSet<DateOnly>(), new HashSet<(int, int)>());
        for (var at = 0; at < texts.Count; at++)
        {
            if (DateOnly.TryParseExact(texts[at], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                dates.Add(date);
            }
            else if (DateOnly.TryParseExact("2028-" + texts[at], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
            {
                everyYear.Add((date.Month, date.Day));
            }
            else
            {
                problems.Add(new Problem(CalendarId, source, $"holidays[{at}]", $"'{texts[at]}'", "a day such as 2026-12-25, or 12-25 for every year", "Write year, month and day with two digits each for month and day."));
            }
        }

        return (dates, everyYear);
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]{1,39}\z")]
    private static partial Regex Name();
}
