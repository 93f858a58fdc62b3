using FinOps.Functions.Rendering;
using FinOps.Functions.Scheduling.Rendering.Html;

namespace FinOps.Functions.Scheduling.Rendering;

public sealed class SchedulerReportRenderer : MailedReportRenderer<SchedulerReport>
{
    public override Task<string> HtmlAsync(SchedulerReport report) => HtmlPages.RenderAsync<SchedulerPage>(new() { [nameof(SchedulerPage.Report)] = report });

    public override string Subject(SchedulerReport report) => SchedulerWords.Subject(report);

    public override Task<string> MailAsync(SchedulerReport report, PageLink? page) =>
        HtmlPages.RenderAsync<SchedulerMail>(new() { [nameof(SchedulerMail.Report)] = report, [nameof(SchedulerMail.FullPage)] = page });

    public override string Markdown(SchedulerReport report) => SchedulerMarkdown.Render(report);

    public override string Text(SchedulerReport report) => SchedulerMarkdown.RenderText(report);

    public override string Json(SchedulerReport report) => SchedulerJson.Render(report);

    public override string Csv(SchedulerReport report) => SchedulerCsv.Render(report);
}
