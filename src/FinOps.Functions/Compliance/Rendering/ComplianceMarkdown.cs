using System.Globalization;
using FinOps.Core.Compliance.Results;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Compliance.Rendering;

/// <summary>The report as Markdown; the text part of the mail and what a pull request or a chat can show.</summary>
internal sealed class ComplianceMarkdown(ComplianceReport report, Func<string, string> escape) : MarkdownWriter(report, escape)
{
    private const int Shown = 15;
    private const int ShownOwners = 10;

    private readonly ComplianceResult _result = report.Result;

    public static string Render(ComplianceReport report) => new ComplianceMarkdown(report, MarkdownText.Escape).Write();

    public static string RenderText(ComplianceReport report) => new ComplianceMarkdown(report, MarkdownText.OneLine).Write();

    private string Write()
    {
        Line(string.Create(CultureInfo.InvariantCulture, $"# Tag compliance {report.Day:yyyy-MM-dd}")).Line();
        Line(Plain(ComplianceWords.Lede(report)) + ".").Line();
        if (!_result.AsksForAnything)
            Line($"**{ComplianceWords.NothingRequired}**").Line();
        foreach (var card in ComplianceWords.Cards(report))
            Line($"* **{card.Name}: {card.Value}**; {Plain(card.Note)}");
        WriteTrend();
        WriteOwners();
        Section("What is wrong");
        Table(
            ["Finding", "Rule", "Resources", "Spend", "Waived"],
            _result.Rules.Take(Shown).Select(row => new[] { Plain(ComplianceWords.Rule(row)), row.Rule, Number(row.Open.Resources), Money(row.Open.Spend), Number(row.Waived) }),
            "Nothing.");
        WriteStanding("By team", "Team", _result.Teams);
        WriteStanding("By account", "Account", _result.Accounts);
        WriteStanding("By type", "Type", _result.Types);
        WriteStanding("By region", "Region", _result.Regions);
        Section("The dearest resources that are not compliant");
        Table(
            ["Resource", "Owner", "What is wrong", "Spend"],
            _result.Findings.Take(Shown).Select(row => new[] { Plain(row.Arn), Plain(ComplianceWords.Owner(row.Owner)), Plain(string.Join("; ", row.Findings)), row.Spend is { } spend ? Money(spend) : Figures.None }),
            "None.");
        More(_result.Total.NonCompliant.Resources, "resources");
        Section("Waivers");
        Table(
            ["Waiver", "Owner", "Reason", "Findings", "Ends"],
            _result.Waivers.Take(Shown).Select(row => new[]
            {
                Plain($"{row.Waiver.Rule} {row.Waiver.Ticket}"), Plain(row.Waiver.Owner), Plain(row.Waiver.Reason), Number(row.Findings), row.Waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            }),
            "No waiver covers anything.");
        More(_result.Waivers.Count, "waivers");
        Section("AWS's own verdict beside ours");
        Line(ComplianceWords.NativeRest(report)).Line();
        Table(
            ["Not compliant by our count", "Resources"],
            _result.Native.Select(row => new[] { ComplianceWords.Sight(row.Sight), Number(row.Resources.Resources) }),
            "Nothing is not compliant.");
        WriteClosing();
        return Text;
    }

    private void WriteTrend()
    {
        Section("Against earlier runs");
        if (report.Earlier is null)
            Line(ComplianceWords.NothingKept);
        else if (report.Earlier.Count == 0)
            Line(ComplianceWords.NoEarlierRun);
        else
            Table(
                ["Run", "Resources", "Not compliant", "By count", "By spend"],
                report.Earlier.Append(report.Kept).Reverse().Take(8).Select(run => new[]
                {
                    Figures.Instant(run.At), Number(run.Resources), Number(run.NonCompliant), Figures.Percent(run.Share), Figures.Percent(run.SpendShare),
                }),
                "");
    }

    private void WriteOwners()
    {
        Section("Who must do what");
        Table(
            ["Owner", "Resources", "Spend", "Most often"],
            _result.Owners.Take(Shown).Select(owner => new[]
            {
                Plain(ComplianceWords.Owner(owner.Team) + (owner.Mail is null ? "" : $" ({owner.Mail})")), Number(owner.NotCompliant.Resources), Money(owner.NotCompliant.Spend),
                Plain(string.Join("; ", owner.Rules.Take(2).Select(rule => $"{ComplianceWords.Rule(rule)} ({Number(rule.Open.Resources)})"))),
            }),
            "Nobody has anything to do.");
        More(_result.Owners.Count, "owners");
        foreach (var owner in _result.Owners.Take(ShownOwners).Where(owner => owner.Remedies.Count > 0))
        {
            // One command shows the form; CSV and JSON have all of them.
            Line($"For {Plain(ComplianceWords.Owner(owner.Team))}, the first of {owner.Remedies.Count} {(owner.Remedies.Count == 1 ? "batch" : "batches")} (account {Plain(owner.Remedies[0].AccountId)}):").Line();
            foreach (var command in owner.Remedies[0].Commands)
                Line("    " + MarkdownText.OneLine(command));
            Line();
        }
    }

    private void WriteStanding(string title, string heading, IReadOnlyList<StandingRow> rows)
    {
        Section(title);
        Table(
            [heading, "Resources", "Compliant", "Not compliant", "Waived", "Share", "Spend, not compliant", "Share of spend"],
            rows.Take(Shown).Select(row => Cells(Plain(row.Label), row.Standing))
                .Concat(rows.Count > Shown ? [Cells($"{rows.Count - Shown} more", rows.Skip(Shown).Aggregate(Standing.Empty(report.Currency), (sum, row) => sum + row.Standing))] : [])
                .Append(Cells("Total", _result.Total)),
            "None.");
    }

    private static string[] Cells(string label, Standing standing) =>
    [
        label, Number(standing.Total.Resources), Number(standing.Compliant.Resources), Number(standing.NonCompliant.Resources), Number(standing.Waived.Resources),
        Figures.Percent(standing.Share), Money(standing.NonCompliant.Spend), Figures.Percent(standing.SpendShare),
    ];

    private void More(int all, string what)
    {
        if (all > Shown)
            Line($"{Number(all - Shown)} more {what}.").Line();
    }

    private static string Number(long number) => ComplianceWords.Number(number);
}
