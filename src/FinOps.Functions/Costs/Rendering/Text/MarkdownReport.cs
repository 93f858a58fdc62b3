using FinOps.Core.Costs.Analysis;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Costs.Rendering;

/// <summary>The report as Markdown; the text part of the mail and what a pull request or a chat can show.</summary>
internal sealed class MarkdownReport(CostReport report, Func<string, string> escape) : MarkdownWriter(report, escape)
{
    private const int Shown = 15;
    private readonly CostAnalysis _analysis = report.Analysis;

    public static string Render(CostReport report) => new MarkdownReport(report, MarkdownText.Escape).Write();

    public static string RenderText(CostReport report) => new MarkdownReport(report, MarkdownText.OneLine).Write();

    private string Write()
    {
        Line($"# Cost report {_analysis.Periods.Month}").Line();
        Line($"{Figures.Days(_analysis.Periods.Current)}, compared with {Figures.Days(_analysis.Periods.SameDaysBefore)}. Amounts in {_analysis.Currency}.").Line();
        foreach (var card in Html.Kpis.Of(report))
            Line($"* **{card.Name}: {card.Value}**; {Plain(card.Note)}");
        Section("What moved");
        Line($"Usage of {Figures.Days(_analysis.Periods.RecentWeek)} against the seven days before.").Line();
        Table(
            ["What", "Before", "After", "Change"],
            _analysis.OwnerMovers.Concat(_analysis.ServiceMovers).Concat(_analysis.AccountMovers).OrderByDescending(mover => mover.Change.Abs()).Take(Shown)
                .Select(mover => new[] { Plain(mover.Label), Money(mover.Before), Money(mover.After), $"{Figures.Change(mover.Change)} ({Figures.SignedPercent(mover.ChangeRatio)})" }),
            "Nothing passed the gates.");
        WriteAllocation(_analysis.Allocation);
        Section("Budgets");
        Table(
            ["Budget", "Spent", "Limit", "Used", "State"],
            report.Budgets.Take(Shown).Select(budget => new[] { Plain(budget.Name), Money(budget.Actual), Money(budget.Limit), Figures.Percent(budget.Used), budget.State.ToString() }),
            "None seen.");
        WriteBreakdown("By service", "Service", _analysis.Services);
        WriteBreakdown("By account", "Account", _analysis.Accounts);
        WriteBreakdown("By region", "Region", _analysis.Regions);
        foreach (var tag in _analysis.FurtherTags)
            WriteBreakdown($"By {Plain(tag.Name)}", tag.Name, tag);
        WriteBreakdown("The bill, by charge type (unblended)", "Charge type", _analysis.Bill);
        WriteClosing();
        return Text;
    }

    private void WriteAllocation(Allocation allocation)
    {
        Section($"Who owns the cost, by {Plain(allocation.TagKey)}");
        Table(
            ["Value", "Month to date", "Share", "Change", "Verdict"],
            allocation.Values.Take(Shown).Select(value => new[]
            {
                Plain(value.Cost.Label), Money(value.Cost.Current), Figures.Percent(value.Cost.Current.ShareOf(allocation.Total)), Figures.Change(value.Cost.Change), Plain(Verdict(value.Verdict)),
            }),
            "No usage.");
        if (allocation.Values.Count > Shown)
            Line($"{allocation.Values.Count - Shown} more values: {Money(Core.Costs.Money.Sum(allocation.Values.Skip(Shown).Select(value => value.Cost.Current), allocation.Currency))}").Line();
        Section("What the unallocated cost hangs on");
        foreach (var (heading, drivers) in new[] { ("Account", allocation.Accounts), ("Service", allocation.Services) })
        {
            Table(
                [heading, "Unallocated", "Running share"],
                drivers.Take(Shown).Select(driver => new[] { Plain(driver.Label), Money(driver.Unallocated), Figures.Percent(driver.CumulativeShare) }),
                "Nothing is unallocated.");
        }
    }

    private void WriteBreakdown(string title, string heading, Breakdown breakdown)
    {
        Section(title);
        Table(
            [Plain(heading), "Month to date", "Same days before", "Change", "Last month"],
            breakdown.Top(Shown).Rows.Append(breakdown.Total).Select(row => new[]
            {
                Plain(row.Label), Money(row.Current), Money(row.SameDaysBefore), $"{Figures.Change(row.Change)} ({Figures.SignedPercent(row.ChangeRatio)})", Money(row.PreviousMonth),
            }),
            "Nothing.");
    }

    private static string Verdict(TagVerdict verdict) =>
        verdict.IsAllocated ? verdict.Owner ?? "allocated" : verdict.Suggestion is { } meant ? $"did you mean {meant}?" : verdict.Reason ?? "";

}
