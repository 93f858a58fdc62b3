using FinOps.Functions.Rendering;
using FinOps.Functions.TagInventory.Rendering.Html;

namespace FinOps.Functions.TagInventory.Rendering;

/// <summary>The tag inventory in each of its forms.</summary>
public sealed class TagInventoryRenderer : MailedReportRenderer<TagInventoryReport>
{
    public static TagInventoryRenderer Instance { get; } = new();

    public override Task<string> HtmlAsync(TagInventoryReport report) => HtmlPages.RenderAsync<InventoryPage>(new() { [nameof(InventoryPage.Report)] = report });

    public override string Markdown(TagInventoryReport report) => InventoryMarkdown.Render(report);

    public override string Json(TagInventoryReport report) => InventoryJson.Render(report);

    public override string Csv(TagInventoryReport report) => InventoryCsv.Render(report);

    public override string Subject(TagInventoryReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return $"{InventoryWords.Title(report)}: {InventoryWords.Number(report.Fixes.Tags)} tags to change on {InventoryWords.Number(report.Fixes.Resources)} of {InventoryWords.Number(report.Totals.Resources)} resources";
    }

    public override Task<string> MailAsync(TagInventoryReport report, PageLink? page) =>
        HtmlPages.RenderAsync<InventoryMail>(new() { [nameof(InventoryMail.Report)] = report, [nameof(InventoryMail.FullPage)] = page });

    public override string Text(TagInventoryReport report) => InventoryMarkdown.RenderText(report);
}
