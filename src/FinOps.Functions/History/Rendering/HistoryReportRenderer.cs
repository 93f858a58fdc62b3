using FinOps.Functions.History.Rendering.Html;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.History.Rendering;

/// <summary>The history in each of its forms. What tags, categories and account names say is data in all of them: encoded, never run.</summary>
public static class HistoryReportRenderer
{
    /// <summary>The words of <see cref="RenderAsync"/>.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["html", "md", "json", "csv"];

    public static async Task<string> RenderAsync(HistoryReport report, string format) => format switch
    {
        "html" => await HtmlPages.RenderAsync<HistoryPage>(new() { [nameof(HistoryPage.Report)] = report }).ConfigureAwait(false),
        "md" => HistoryMarkdown.Render(report),
        "json" => HistoryJson.Render(report),
        "csv" => HistoryCsv.Render(report),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, string.Join(", ", Formats)),
    };
}
