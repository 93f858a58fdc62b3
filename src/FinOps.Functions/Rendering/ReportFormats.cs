namespace FinOps.Functions.Rendering;

/// <summary>The forms of a report, as an option names them and as a file name ends.</summary>
public static class ReportFormats
{
    public const string Html = "html";
    public const string Markdown = "md";
    public const string Json = "json";
    public const string Csv = "csv";

    public static IReadOnlyList<string> All { get; } = [Html, Markdown, Json, Csv];

    public static string MediaType(string format) => format switch
    {
        Html => "text/html; charset=utf-8",
        Markdown => "text/markdown; charset=utf-8",
        Json => "application/json",
        Csv => "text/csv; charset=utf-8",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, string.Join(", ", All)),
    };
}
