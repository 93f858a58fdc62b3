using System.Text;
using FinOps.Core.Costs;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Rendering;

/// <summary>Sections, tables and the closing words of a report in Markdown, or in plain text when <paramref name="escape"/> does not escape markup.</summary>
internal abstract class MarkdownWriter(IReport report, Func<string, string> escape)
{
    private readonly StringBuilder _text = new();

    protected string Text => _text.ToString();

    protected void WriteClosing()
    {
        Section("What this report could not see");
        if (report.NotSeen.Count == 0)
            Line("Everything that it asked for was answered.");
        foreach (var spot in report.NotSeen)
            Line($"* **{Plain(spot.What)}**: {Plain(spot.Why)}. {Plain(spot.NextStep)}");
        Section("How each headline number was computed");
        foreach (var note in report.Headlines)
            Line($"* **{note.Name}: {note.Value}** {Plain(note.How)}");
        Line().Line($"This report cost {Money(report.Cost.Price)}: {Figures.Count(report.Cost.CostExplorerRequests, "Cost Explorer request")}, {Figures.Milliseconds(report.Cost.Elapsed)}, {Figures.Bytes(report.Cost.BytesRead)} read. Run {Plain(report.RunId)}, made {Figures.Instant(report.GeneratedAt)} from {Plain(report.Source)}.");
    }

    protected void Section(string title) => Line().Line($"## {title}").Line();

    protected void Table(string[] headings, IEnumerable<string[]> rows, string whenEmpty)
    {
        var cells = rows.ToList();
        if (cells.Count == 0)
        {
            Line(whenEmpty).Line();
            return;
        }

        Line($"| {string.Join(" | ", headings)} |");
        Line($"| --- |{string.Concat(headings.Skip(1).Select(_ => " ---: |"))}");
        foreach (var row in cells)
            Line($"| {string.Join(" | ", row)} |");
        Line();
    }

    public MarkdownWriter Line(string text = "")
    {
        _text.Append(text).Append('\n');
        return this;
    }

    protected static string Money(Money money) => Figures.Money(money);

    protected string Plain(string text) => escape(text);
}
