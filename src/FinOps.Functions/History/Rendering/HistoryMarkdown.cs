using FinOps.Core.Costs.History;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.History.Rendering;

/// <summary>The history as Markdown, for a terminal, a pull request or a chat.</summary>
internal sealed class HistoryMarkdown(HistoryReport report) : MarkdownWriter(report, MarkdownText.Escape)
{
    private const int Shown = 15;
    private const int Columns = 5;
    private readonly HistoryAnalysis _analysis = report.Analysis;
    private readonly string _lede = HistoryWords.Lede(report);

    public static string Render(HistoryReport report) => new HistoryMarkdown(report).Write();

    private string Write()
    {
        Line($"# {HistoryWords.Title(_analysis)}").Line();
        Line(Plain(_lede)).Line();
        foreach (var card in HistoryWords.Cards(_analysis))
            Line($"* **{card.Name}: {card.Value}**; {Plain(card.Note)}");
        Section("Month by month");
        Table(
            ["Month", "Cost", "Change", "Against a year before", "State"],
            _analysis.Months.Select(month => new[] { month.Month.ToString(), HistoryWords.Amount(month, month.Total), Change(month.Change), Change(month.YearChange), HistoryWords.State(month) }),
            "No month.");
        Section($"By {Plain(_analysis.Grouping.Heading)}");
        Table(
            [Plain(_analysis.Grouping.Heading), "Whole period", "Share", $"{_analysis.LastWhole?.Month.ToString() ?? "Last whole month"}", "Change", "Against a year before"],
            _analysis.Top(Shown).Select(group => new[]
            {
                Plain(group.Label), Money(group.Total), Figures.Percent(group.Share), LastWhole(group), Change(group.Changes.ElementAtOrDefault(_analysis.LastWholeIndex)), Change(group.YearChange),
            }),
            "No cost.");
        Section("Months and groups");
        var columns = _analysis.Top(Columns);
        Table(
            ["Month", .. columns.Select(group => Plain(group.Label)), "Total"],
            _analysis.Months.Select((month, at) => (string[])[month.Month.ToString(), .. columns.Select(group => HistoryWords.Amount(month, group.Months[at])), HistoryWords.Amount(month, month.Total)])
                .Append(["Total", .. columns.Select(group => Money(group.Total)), Money(_analysis.Total)]),
            "No cost.");
        Section("Seasonality");
        Line(HistoryWords.Year(_analysis.Seasonality)).Line();
        Line(HistoryWords.Weekdays(_analysis.Seasonality)).Line();
        if (_analysis.Seasonality.Weekdays.Count > 0)
            Table(["Weekday", "Typical", "Index"], _analysis.Seasonality.Weekdays.Select(day => new[] { day.Day.ToString(), Money(day.Typical), Figures.Index(day.Index) }), "");
        WriteClosing();
        return Text;
    }

    private string LastWhole(HistoryGroup group) => _analysis.LastWholeIndex < 0 ? Figures.None : Money(group.Months[_analysis.LastWholeIndex]);

    private static string Change(CostChange? change) => change is null ? Figures.None : $"{HistoryWords.Change(change)} ({Figures.SignedPercent(change.Ratio)})";
}
