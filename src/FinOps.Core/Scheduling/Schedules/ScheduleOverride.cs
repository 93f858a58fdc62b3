using System.Globalization;
using System.Text.RegularExpressions;

namespace FinOps.Core.Scheduling.Schedules;

/// <summary>What the override tag asks for: <c>running until 2026-03-06T20:00</c>, <c>stopped until 2026-03-09</c>, <c>ignore until 2026-03-09</c>.</summary>
/// <param name="Wanted">The state to keep; null to keep away.</param>
/// <param name="Until">From then on it says nothing any more.</param>
internal sealed partial record ScheduleOverride(RunState? Wanted, DateTimeOffset Until)
{
    private static readonly string[] Days = ["yyyy-MM-dd"];
    private static readonly string[] LocalTimes = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz"];

    /// <param name="zone">Of a time that does not tell its own.</param>
    /// <returns>Null when the text cannot be understood.</returns>
    public static ScheduleOverride? Read(string text, TimeZoneInfo zone)
    {
        if (Shape().Match(text) is not { Success: true } match || Instant(match.Groups["time"].Value, zone) is not { } until)
        {
            return null;
        }

        return new ScheduleOverride(match.Groups["what"].Value switch { "running" => RunState.Running, "stopped" => RunState.Stopped, _ => null }, until);
    }

    private static DateTimeOffset? Instant(string text, TimeZoneInfo zone)
    {
        if (DateTimeOffset.TryParseExact(text.Replace("Z", "+00:00", StringComparison.Ordinal), Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            return instant.ToUniversalTime();
        }

        return DateTime.TryParseExact(text, [.. Days, .. LocalTimes], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year < 9999
            ? LocalClock.Instant(local, zone, first: false)
            : null;
    }

    [GeneratedRegex(@"^(?<what>running|stopped|ignore) until (?<time>[0-9T:Z+-]{10,25})\z")]
    private static partial Regex Shape();
}
