using System.Globalization;

namespace FinOps.Functions.Rendering.Html;

/// <summary>Numbers for SVG attributes.</summary>
internal static class Svg
{
    public static string Number(decimal value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The value's length when <paramref name="largest"/> is drawn <paramref name="length"/> long; 0 when there is nothing to draw.</summary>
    public static decimal Scale(decimal value, decimal largest, decimal length) => largest <= 0 ? 0 : Math.Max(0, value) / largest * length;
}
