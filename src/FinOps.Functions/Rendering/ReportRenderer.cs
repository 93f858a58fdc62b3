using FinOps.Functions.Reports;

namespace FinOps.Functions.Rendering;

/// <summary>A report in each of its forms. What tags, names and other text from outside say is data in all of them: encoded, never run.</summary>
public abstract class ReportRenderer<TReport>
    where TReport : IReport
{
    /// <summary>One self-contained page: style and charts inline, light and dark, printable, no script, nothing loaded.</summary>
    public abstract Task<string> HtmlAsync(TReport report);

    public abstract string Markdown(TReport report);

    /// <summary>The view model as it is.</summary>
    public abstract string Json(TReport report);

    /// <summary>Every row of every table.</summary>
    public abstract string Csv(TReport report);

    /// <param name="format">One of <see cref="ReportFormats.All"/>.</param>
    public async Task<string> RenderAsync(TReport report, string format) => format switch
    {
        ReportFormats.Html => await HtmlAsync(report).ConfigureAwait(false),
        ReportFormats.Markdown => Markdown(report),
        ReportFormats.Json => Json(report),
        ReportFormats.Csv => Csv(report),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, string.Join(", ", ReportFormats.All)),
    };
}

/// <summary>A report that is also mailed.</summary>
public abstract class MailedReportRenderer<TReport> : ReportRenderer<TReport>
    where TReport : IReport
{
    /// <summary>Figures and dates only, nothing that anybody can write into a tag or an account name.</summary>
    public abstract string Subject(TReport report);

    /// <summary>The mail: tables and inline styles only, and short, because clients cut off what is longer than about 100 kB.</summary>
    /// <param name="page">Where the whole page is, or null when it is kept nowhere.</param>
    public abstract Task<string> MailAsync(TReport report, PageLink? page);

    /// <summary>The words of <see cref="ReportRenderer{TReport}.Markdown"/> without markup, for the text part of the mail.</summary>
    public abstract string Text(TReport report);
}
