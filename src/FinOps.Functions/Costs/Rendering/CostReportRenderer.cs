using FinOps.Functions.Costs.Rendering.Html;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Costs.Rendering;

/// <summary>The report in each of its forms. What tags and account names say is data in all of them: encoded, never run.</summary>
public static class CostReportRenderer
{
    /// <summary>One self-contained page: style and charts inline, light and dark, printable, no script, nothing loaded.</summary>
    public static Task<string> HtmlAsync(CostReport report) =>
        HtmlPages.RenderAsync<ReportPage>(new() { [nameof(ReportPage.Report)] = report });

    /// <summary>The mail: tables and inline styles only, and short, because clients cut off what is longer than about 100 kB.</summary>
    /// <param name="fullReport">Where the page is kept, or null when it is kept nowhere.</param>
    public static Task<string> MailAsync(CostReport report, string? fullReport = null) =>
        HtmlPages.RenderAsync<MailPage>(new() { [nameof(MailPage.Report)] = report, [nameof(MailPage.FullReport)] = fullReport });

    public static string Markdown(CostReport report) => MarkdownReport.Render(report);

    /// <summary>The same words without markup, for the text part of a mail.</summary>
    public static string Text(CostReport report) => MarkdownReport.RenderText(report);

    public static string Json(CostReport report) => JsonReport.Render(report);

    public static string Csv(CostReport report) => CsvReport.Render(report);
}
