using System.Text;

namespace FinOps.Cli.Policy.Formats;

/// <summary>For people at a terminal or in the log of a build.</summary>
internal static class TextFormat
{
    public static string Render(PolicyCheckReport report, RuleLinks links)
    {
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            Write(text, finding, links);
        }

        return text.Append(PolicyWords.OneLine(PolicyWords.Sum(report))).Append('\n').ToString();
    }

    private static void Write(StringBuilder text, PolicyFinding finding, RuleLinks links)
    {
        var level = finding.IsWaived ? "waived" : PolicyWords.Level(finding.Level);
        var severity = finding.Severity.Length == 0 ? "" : $", {finding.Severity}";
        text.Append($"{level}{severity}: {PolicyWords.OneLine(PolicyWords.Title(finding.Rule))}: {PolicyWords.OneLine(finding.ResourceName)} ({PolicyWords.OneLine(finding.ResourceType)})\n");
        if (finding.Source is { } source)
        {
            text.Append($"  at {PolicyWords.OneLine(source.ToString())}\n");
        }

        text.Append($"  {PolicyWords.OneLine(finding.Urn)}\n");
        foreach (var line in PolicyWords.Plain(finding.FullMessage).Split('\n'))
        {
            text.Append($"  {line}".TrimEnd()).Append('\n');
        }

        if (finding.Waiver is { } waiver)
        {
            text.Append($"  {PolicyWords.OneLine($"by {waiver.Owner}, {waiver.Ticket}, until {waiver.Expires:yyyy-MM-dd}")}\n");
        }

        if (links.Of(finding.Rule) is { } page)
        {
            text.Append($"  {page}\n");
        }

        text.Append('\n');
    }
}
