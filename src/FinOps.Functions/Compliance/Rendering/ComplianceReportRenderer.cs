using FinOps.Functions.Compliance.Rendering.Html;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Compliance.Rendering;

public sealed class ComplianceReportRenderer : MailedReportRenderer<ComplianceReport>
{
    public override Task<string> HtmlAsync(ComplianceReport report) => HtmlPages.RenderAsync<CompliancePage>(new() { [nameof(CompliancePage.Report)] = report });

    public override string Subject(ComplianceReport report) => ComplianceWords.Subject(report);

    public override Task<string> MailAsync(ComplianceReport report, PageLink? page) =>
        HtmlPages.RenderAsync<ComplianceMail>(new() { [nameof(ComplianceMail.Report)] = report, [nameof(ComplianceMail.FullPage)] = page });

    public override string Markdown(ComplianceReport report) => ComplianceMarkdown.Render(report);

    public override string Text(ComplianceReport report) => ComplianceMarkdown.RenderText(report);

    public override string Json(ComplianceReport report) => ComplianceJson.Render(report);

    public override string Csv(ComplianceReport report) => ComplianceCsv.Render(report);
}
