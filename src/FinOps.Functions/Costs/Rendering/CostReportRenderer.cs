using FinOps.Functions.Costs.Rendering.Html;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Costs.Rendering;

public sealed class CostReportRenderer : MailedReportRenderer<CostReport>
{
    public override Task<string> HtmlAsync(CostReport report) => HtmlPages.RenderAsync<ReportPage>(new() { [nameof(ReportPage.Report)] = report });

    public override string Subject(CostReport report) => MailText.Subject(report);

    public override Task<string> MailAsync(CostReport report, PageLink? page) =>
        HtmlPages.RenderAsync<MailPage>(new() { [nameof(MailPage.Report)] = report, [nameof(MailPage.FullPage)] = page });

    public override string Markdown(CostReport report) => MarkdownReport.Render(report);

    public override string Text(CostReport report) => MarkdownReport.RenderText(report);

    public override string Json(CostReport report) => JsonReport.Render(report);

    public override string Csv(CostReport report) => CsvReport.Render(report);
}
