using FinOps.Core.Optimization;
using FinOps.Core.Optimization.Decisions;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Optimization.Rendering;

/// <summary>The report as Markdown, or as the text part of the mail.</summary>
internal sealed class OptimizationMarkdown(OptimizationReport report, Func<string, string> escape) : MarkdownWriter(report, escape)
{
    private const int Shown = 25;
    private readonly OptimizationReport _report = report;
    private readonly OptimizationAnalysis _analysis = report.Analysis;

    public static string Render(OptimizationReport report) => new OptimizationMarkdown(report, MarkdownText.Escape).Write();

    public static string RenderText(OptimizationReport report) => new OptimizationMarkdown(report, MarkdownText.OneLine).Write();

    private string Write()
    {
        Line($"# {OptimizationWords.Title(_report)}").Line();
        Line(Plain(OptimizationWords.Lede(_report))).Line();
        foreach (var card in OptimizationWords.Cards(_report))
            Line($"* **{card.Name}: {card.Value}** {Plain(card.Note)}");
        Section("What to do first");
        Opportunities(_analysis.Usage);
        Section("By owner");
        Parts("Owner", _analysis.ByOwner, OptimizationWords.Part);
        Section("By action");
        Parts("Action", _analysis.ByAction, part => OptimizationWords.Action(Enum.Parse<SavingAction>(part.Key)));
        Section("What to commit to");
        Line("Never added to the above: what is switched off needs no commitment.").Line();
        Opportunities(_analysis.Purchases);
        Commitments();
        if (_analysis.OtherCurrencies.Count > 0)
        {
            Section("In other currencies");
            Opportunities(_analysis.OtherCurrencies);
        }

        Section("Beside AWS's own total");
        Line(_analysis.UsageComparison is { } usage ? OptimizationWords.Compared(usage) : "AWS gave no total to compare with.").Line();
        if (_analysis.PurchaseComparison is { } purchases)
            Line($"Purchases: {OptimizationWords.Compared(purchases)}").Line();
        Decisions();
        Ledger();
        Section("Sources");
        Table(["Source", "State", "Advice"], _report.Sources.Select(source => new[] { OptimizationWords.Source(source.Source), Plain(source.State), $"{source.Advice}" }), "None.");
        WriteClosing();
        return Text;
    }

    private void Opportunities(IReadOnlyList<Opportunity> all)
    {
        Table(
            ["What", "Action", "Saving a month", "Effort", "Risk", "Owner", "Id"],
            all.Take(Shown).Select(each => new[]
            {
                $"{Plain(OptimizationWords.What(each))} ({Plain(OptimizationWords.Account(_report, each.Resource.AccountId))}, {Plain(each.Resource.Region)})",
                $"{OptimizationWords.Action(each.Best.Action)} {Plain(OptimizationWords.Change(each.Best))} {OptimizationWords.Alternatives(each)}".Trim(),
                Money(each.MonthlySaving), OptimizationWords.Effort(each.Best.Effort), OptimizationWords.Risk(each.Best), Plain(OptimizationWords.Owner(each.Owner)), each.Best.Id,
            }),
            "Nothing.");
        if (all.Count > Shown)
            Line($"And {all.Count - Shown} more, {Money(Core.Costs.Money.Sum(all.Skip(Shown).Select(each => each.MonthlySaving), all[0].MonthlySaving.Currency))} a month; the CSV and JSON forms have all of them.").Line();
    }

    private void Parts(string heading, IReadOnlyList<SavingPart> parts, Func<SavingPart, string> name) => Table(
        [heading, "Saving a month", "Resources"],
        parts.Select(part => new[] { Plain(name(part)), Money(part.MonthlySaving), $"{part.Count}" }).Append(["Total", Money(_analysis.UsageTotal), $"{_analysis.Usage.Count}"]),
        "Nothing.");

    private void Commitments()
    {
        if (_analysis.Commitments is not { } facts)
            return;
        Table(
            ["Commitment", "Period", "Committed", "Unused", "Utilization", "Coverage", "Net savings"],
            facts.Uses.Select(use => new[]
            {
                use.Kind, Figures.Days(use.Period), Amount(use.Committed), Amount(use.Unused), Figures.Percent(use.Utilization), Figures.Percent(use.Coverage), Amount(use.NetSavings),
            }),
            "No commitment.");
        if (facts.Without.Count > 0)
            Line($"None of these: {string.Join(", ", facts.Without).ToLowerInvariant()}.").Line();
    }

    private void Decisions()
    {
        var decisions = _analysis.Decisions;
        Section("Decisions");
        Decided("Came back: its time is over", decisions.Expired);
        Decided("Set aside", decisions.SetAside);
        foreach (var decision in decisions.WithoutAdvice)
            Line($"* {Plain(decision.Option)}: nobody advises it any more; the decision can go.");
        if (decisions.SetAside.Count + decisions.Expired.Count + decisions.WithoutAdvice.Count == 0)
            Line("None.").Line();
    }

    private void Decided(string heading, IReadOnlyList<DecidedOption> decided)
    {
        foreach (var each in decided)
            Line($"* **{heading}**: {OptimizationWords.Action(each.Option.Action)} {Plain(each.Option.Resource.Id)}, {Money(each.Option.MonthlySaving)} a month; {Plain(OptimizationWords.Decision(each.Decision))}.");
    }

    private void Ledger()
    {
        Section("Promised and realised");
        if (_report.Ledger is not { } ledger)
        {
            Line(OptimizationWords.NoLedger).Line();
            return;
        }

        Table(
            ["Resource", "Action", "Promised", "Realised", "State"],
            ledger.Entries.Where(entry => entry.State != Core.Optimization.Ledger.LedgerState.Open).Take(Shown)
                .Select(entry => new[] { Plain(entry.ResourceId), OptimizationWords.Action(entry.Action), Money(entry.Promised), Amount(entry.Realised), Plain(OptimizationWords.State(entry)) }),
            "Nothing was done yet.");
        Line($"{Figures.Count(ledger.In(Core.Optimization.Ledger.LedgerState.Open).Count(), "promise")} open.").Line();
    }

    private static string Amount(Core.Costs.Money? money) => money is { } known ? Money(known) : Figures.None;
}
