using System.Globalization;

namespace FinOps.LocalEngine.Resources;

/// <summary>Durations as SDKs send them: <c>5m</c>, <c>1h30m</c>, <c>300000000000ns</c>.</summary>
internal static class GoDuration
{
    private static readonly (string Unit, double Seconds)[] _units =
        [("ns", 1e-9), ("us", 1e-6), ("µs", 1e-6), ("ms", 1e-3), ("h", 3600), ("m", 60), ("s", 1)];

    /// <returns>Null for an empty text.</returns>
    /// <exception cref="FormatException">The text is not a sequence of numbers with units.</exception>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var seconds = 0.0;
        var at = 0;
        while (at < text.Length)
        {
            var end = at;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
            {
                end++;
            }

            var unit = Array.Find(_units, candidate => text.AsSpan(end).StartsWith(candidate.Unit, StringComparison.Ordinal));
            if (unit.Unit is null || !double.TryParse(text[at..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            {
                throw new FormatException($"'{text}' is not a duration such as 5m, 1h30m or 300s");
            }

            seconds += amount * unit.Seconds;
            at = end + unit.Unit.Length;
        }

        return TimeSpan.FromSeconds(seconds);
    }
}
