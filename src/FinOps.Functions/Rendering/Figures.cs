using System.Globalization;
using FinOps.Core.Costs;

namespace FinOps.Functions.Rendering;

/// <summary>How figures are written, in every renderer alike. Rounding happens here and nowhere else.</summary>
internal static class Figures
{
    public const string None = "n/a";

    public static string Money(Money money)
    {
        var rounded = money.Rounded().Amount;
        var digits = Math.Abs(rounded).ToString("#,##0.00", CultureInfo.InvariantCulture);
        var sign = rounded < 0 ? "-" : "";
        return money.Currency == Core.Costs.Money.UsDollar ? $"{sign}${digits}" : $"{sign}{digits} {money.Currency}";
    }

    /// <summary>An amount, or that nobody knows it.</summary>
    public static string Known(Money? money) => money is { } known ? Money(known) : None;

    /// <summary>With a plus sign where it grew.</summary>
    public static string Change(Money money) => money.Rounded().Amount > 0 ? "+" + Money(money) : Money(money);

    public static string Percent(decimal? ratio) =>
        ratio is { } value ? string.Create(CultureInfo.InvariantCulture, $"{Rounded(value):0.0} %") : None;

    public static string SignedPercent(decimal? ratio) =>
        ratio is { } value ? (Rounded(value) > 0 ? "+" : "") + Percent(value) : None;

    /// <summary>A factor around 1.</summary>
    public static string Index(decimal factor) => Math.Round(factor, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Percentage points between two shares.</summary>
    public static string Points(decimal? now, decimal? before) => now is { } a && before is { } b
        ? string.Create(CultureInfo.InvariantCulture, $"{(Rounded(a - b) > 0 ? "+" : "")}{Rounded(a - b):0.0} points")
        : None;

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Days(DateRange range) => range.IsEmpty
        ? "no day"
        : string.Create(CultureInfo.InvariantCulture, $"{range.Start:yyyy-MM-dd} to {range.LastDay:yyyy-MM-dd}");

    public static string Number(int count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,##0} {noun}{(count == 1 ? "" : "s")}");

    public static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:#,##0} ms");

    public static string Bytes(long bytes) => bytes < 10_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes:#,##0} bytes")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000m:#,##0} kB");

    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static decimal Rounded(decimal ratio) => Math.Round(ratio * 100, 1, MidpointRounding.AwayFromZero);
}
