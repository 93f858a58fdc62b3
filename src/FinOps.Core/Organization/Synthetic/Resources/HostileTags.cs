using System.Globalization;

namespace FinOps.Core.Organization.Synthetic.Resources;

/// <summary>
/// Tags as nobody should write them and EC2 lets everybody: markup, spreadsheet formulas, line ends, text that reads backwards, names with a
/// meaning to programs, and as many and as long ones as AWS takes. Every report has to live with them.
/// </summary>
internal static class HostileTags
{
    private const int MostTags = 50;
    private const int LongestValue = 256;

    private static readonly Func<Dictionary<string, string>>[] Cases =
    [
        () => new() { ["Notes"] = "<script>alert('tags')</script>", ["Owner"] = "<b onmouseover=alert(1)>nobody</b>" },
        () => new() { ["Notes"] = "=cmd|'/C calc'!A0", ["Owner"] = "@SUM(1+1)", ["Team"] = "+1-800" },
        () => new() { ["Notes"] = "first line\r\nBcc: everyone@example.com", ["Owner"] = "two\nlines" },
        () => new() { ["Notes"] = "invoice\u202Efdp.exe", ["Team"] = "payments\u200B" },
        () => new() { ["constructor"] = "__proto__", ["__proto__"] = "constructor", ["Team"] = "toString" },
        () => new() { ["\"><img src=x onerror=alert(1)>"] = "'; DROP TABLE tags; --", ["Notes"] = "| [a](javascript:alert(1)) | `code` | *bold* |" },
        () => Enumerable.Range(1, MostTags).ToDictionary(
            number => string.Create(CultureInfo.InvariantCulture, $"note-{number:00}"),
            number => new string((char)('a' + (number % 26)), LongestValue),
            StringComparer.Ordinal),
    ];

    /// <param name="index">Of the account: one after the other gets the next case.</param>
    public static IReadOnlyDictionary<string, string> At(int index) => Cases[index % Cases.Length]();
}
