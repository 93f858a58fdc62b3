using System.Globalization;
using FinOps.Core.Costs;

namespace FinOps.Functions.Rendering.Html;

/// <summary>The money axis of a chart: five lines from zero to a round amount.</summary>
internal static class ChartAxis
{
    /// <summary>The next round amount, so that all five lines have round labels; 1 when there is nothing to draw.</summary>
    public static decimal Ceiling(decimal value)
    {
        if (value <= 0)
            return 1;
        var power = 1m;
        while (power * 10 <= value)
            power *= 10;
        while (power > value)
            power /= 10;
        foreach (var factor in (decimal[])[1, 1.2m, 1.6m, 2, 2.4m, 3.2m, 4, 5, 6, 8])
            if (factor * power >= value)
                return factor * power;
        return 10 * power;
    }

    public static string Label(decimal value, string currency)
    {
        var text = value >= 10_000
            ? string.Create(CultureInfo.InvariantCulture, $"{value / 1000:0.#}k")
            : string.Create(CultureInfo.InvariantCulture, $"{value:#,##0.##}");
        return currency == Money.UsDollar ? "$" + text : text;
    }
}
