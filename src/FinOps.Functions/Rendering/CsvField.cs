using System.Buffers;

namespace FinOps.Functions.Rendering;

/// <summary>Text as one CSV field that a spreadsheet shows and never runs.</summary>
internal static class CsvField
{
    // What spreadsheets take for the beginning of a formula, also behind white space.
    private const string FormulaStarts = "=+-@|%\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create("\",\r\n;'");

    public static string Text(string text)
    {
        var trimmed = text.TrimStart();
        var runs = text.Length > 0 && (FormulaStarts.Contains(text[0]) || (trimmed.Length > 0 && FormulaStarts.Contains(trimmed[0])));
        var safe = runs ? "'" + text : text;
        return safe.AsSpan().ContainsAny(NeedQuotes) || safe != safe.Trim()
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }
}
