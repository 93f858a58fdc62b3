using System.Globalization;

namespace FinOps.LocalAws.CostExplorer.Input;

/// <summary>The time stamps of Cost Explorer's requests and answers.</summary>
internal static class ApiTime
{
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Of(DateOnly day) => Date(day) + "T00:00:00Z";

    public static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <exception cref="Wire.AwsError">ValidationException: no time of the form 2026-01-01T00:00:00Z.</exception>
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : throw CostExplorerErrors.Validation($"'{text}' is not a time of the form 2026-01-01T00:00:00Z.");

    public static DateOnly DayOf(string text) => DateOnly.FromDateTime(Parse(text).UtcDateTime);

    /// <summary>Reads <c>2026-01-31</c>; null for any other form.</summary>
    public static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
