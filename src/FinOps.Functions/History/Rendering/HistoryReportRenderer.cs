using FinOps.Functions.History.Rendering.Html;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.History.Rendering;

public sealed class HistoryReportRenderer : ReportRenderer<HistoryReport>
{
    public override Task<string> HtmlAsync(HistoryReport report) => HtmlPages.RenderAsync<HistoryPage>(new() { [nameof(HistoryPage.Report)] = report });

    public override string Markdown(HistoryReport report) => HistoryMarkdown.Render(report);

    public override string Json(HistoryReport report) => HistoryJson.Render(report);

    public override string Csv(HistoryReport report) => HistoryCsv.Render(report);
}
