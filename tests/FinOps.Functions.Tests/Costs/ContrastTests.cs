using System.Globalization;
using System.Text.RegularExpressions;
using FinOps.Functions.Rendering.Html;

namespace FinOps.Functions.Tests.Costs;

/// <summary>WCAG 2.2 level AA for every pair of colours that the page puts on one another: 4.5 to 1 for text, 3 to 1 for what charts draw.</summary>
public sealed class ContrastTests
{
    private const string DarkScheme = "@media (prefers-color-scheme:dark)";

    public static TheoryData<bool, string, string, double> Pairs
    {
        get
        {
            var data = new TheoryData<bool, string, string, double>();
            foreach (var dark in (bool[])[false, true])
            {
                foreach (var (front, back) in ((string, string)[])[("ink", "card"), ("soft", "card"), ("soft", "bg"), ("ink", "warn-bg"), ("good", "card"), ("bad", "card"),
                    ("good", "good-bg"), ("warn", "warn-bg"), ("bad", "bad-bg"), ("topink", "top"), ("topsoft", "top")])
                    data.Add(dark, front, back, 4.5);
                foreach (var drawn in (string[])["bar", "before", "s-good", "s-warn", "s-bad"])
                    data.Add(dark, drawn, "card", 3);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Page_Pair_HasEnoughContrast(bool dark, string front, string back, double least)
    {
        var colours = Colours(dark);
        var (lighter, darker) = (Luminance(colours[front]), Luminance(colours[back]));
        if (lighter < darker)
            (lighter, darker) = (darker, lighter);

        Assert.True((lighter + 0.05) / (darker + 0.05) >= least, $"{front} on {back}: {(lighter + 0.05) / (darker + 0.05):0.00} to 1");
    }

    // ":root{--ink:#14202b;--card:#fff}" and later, for the dark scheme, only what differs.
    private static Dictionary<string, string> Colours(bool dark)
    {
        var parts = PageStyle.Css.Split(DarkScheme, 2);
        var colours = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var css in dark ? new[] { parts[0], parts[1].Split("*{", 2)[0] } : [parts[0]])
            foreach (Match match in Regex.Matches(css, "--([a-z-]+):(#[0-9a-f]+)"))
                colours[match.Groups[1].Value] = match.Groups[2].Value;
        return colours;
    }

    private static double Luminance(string colour)
    {
        var digits = colour.Length == 4 ? string.Concat(colour[1..].Select(digit => $"{digit}{digit}")) : colour[1..];
        var channels = Enumerable.Range(0, 3).Select(i => int.Parse(digits.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(channel => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }
}
