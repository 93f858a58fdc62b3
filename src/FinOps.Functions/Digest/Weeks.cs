using System.Globalization;

namespace FinOps.Functions.Digest;

/// <summary>Weeks as ISO 8601 counts them: <c>2026-W47</c>.</summary>
internal static class Weeks
{
    public static string Of(DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(now.UtcDateTime):0000}-W{ISOWeek.GetWeekOfYear(now.UtcDateTime):00}");

    public static bool TryParse(string text, out DateOnly monday)
    {
        monday = default;
        if (text is not [_, _, _, _, '-', 'W', _, _] || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week)
            || year is < 2000 or > 9998 || week < 1 || week > ISOWeek.GetWeeksInYear(year))
            return false;
        monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return true;
    }

    public static DateOnly Monday(string week) => TryParse(week, out var monday) ? monday : throw new FormatException($"'{week}' is no week such as 2026-W47.");
}
