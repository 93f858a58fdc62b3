using FinOps.Functions.Optimization.Rendering.Html;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Optimization.Rendering;

public sealed class OptimizationReportRenderer : MailedReportRenderer<OptimizationReport>
{
    public override Task<string> HtmlAsync(OptimizationReport report) => HtmlPages.RenderAsync<OptimizationPage>(new() { [nameof(OptimizationPage.Report)] = report });

    public override string Subject(OptimizationReport report) => OptimizationWords.Subject(report);

    public override Task<string> MailAsync(OptimizationReport report, PageLink? page) =>
        HtmlPages.RenderAsync<OptimizationMail>(new() { [nameof(OptimizationMail.Report)] = report, [nameof(OptimizationMail.FullPage)] = page });

    public override string Markdown(OptimizationReport report) => OptimizationMarkdown.Render(report);

    public override string Text(OptimizationReport report) => OptimizationMarkdown.RenderText(report);

    public override string Json(OptimizationReport report) => OptimizationJson.Render(report);

    public override string Csv(OptimizationReport report) => OptimizationCsv.Render(report);
}
