using System.Text;
using FinOps.Functions.Rendering;

namespace FinOps.Cli.Policy.Formats;

/// <summary>One comment on a pull request. Its first line names the stack in a comment that is not shown, so that a later run finds and replaces it.</summary>
internal static class MarkdownFormat
{
    /// <summary>GitHub takes 65,536 characters in a comment and GitLab more; this leaves room for what a workflow adds.</summary>
    private const int MaxLength = 60_000;

    /// <summary>Longer messages are cut, and the log has the rest.</summary>
    private const int MaxMessage = 4_000;

    public static string Render(PolicyCheckReport report, RuleLinks links)
    {
        var text = new StringBuilder();
        text.Append("<!-- finops-policy-check ").Append(Marker($"{report.Project}/{report.Stack}")).Append(" -->\n");
        text.Append("## ").Append(report.Passed ? "Policies passed" : $"Policies: {PolicyWords.Count(report.Blocking, "mandatory violation")}").Append("\n\n");
        text.Append(Escape(PolicyWords.Sum(report))).Append('\n');
        if (report.Findings.Length > 0)
        {
            text.Append("\n| | Rule | Resource | Where |\n|---|---|---|---|\n");
        }

        var left = Append(text, report.Findings, finding => Row(finding, links));
        left += Append(text, left > 0 ? [] : report.Findings.Where(finding => !finding.IsWaived), Details);
        if (left > 0)
        {
            text.Append($"\n{PolicyWords.Count(left, "finding")} did not fit here; `finops policy check` lists them all.\n");
        }

        return text.ToString();
    }

    /// <returns>How many did not fit.</returns>
    private static int Append(StringBuilder text, IEnumerable<PolicyFinding> findings, Func<PolicyFinding, string> render)
    {
        var left = 0;
        foreach (var finding in findings)
        {
            var part = render(finding);
            if (left > 0 || text.Length + part.Length > MaxLength)
            {
                left++;
                continue;
            }

            text.Append(part);
        }

        return left;
    }

    private static string Row(PolicyFinding finding, RuleLinks links)
    {
        var title = Escape(PolicyWords.Title(finding.Rule));
        var rule = links.Of(finding.Rule) is { } page ? $"[{title}](<{page.AbsoluteUri}>)" : title;
        var level = finding.Waiver is { } waiver ? $"waived until {waiver.Expires:yyyy-MM-dd}: {Escape(waiver.Reason)} ({Escape(waiver.Ticket)})" : finding.Blocks ? $"**{PolicyWords.Level(finding.Level)}**" : PolicyWords.Level(finding.Level);
        return $"| {level} | {rule} | {Escape(finding.ResourceName)} ({Escape(finding.ResourceType)}) | {(finding.Source is { } source ? Escape(source.ToString()) : "")} |\n";
    }

    private static string Details(PolicyFinding finding)
    {
        var message = PolicyWords.Plain(finding.FullMessage);
        if (message.Length > MaxMessage)
        {
            message = message[..(char.IsHighSurrogate(message[MaxMessage - 1]) ? MaxMessage - 1 : MaxMessage)] + "\n...";
        }

        // Longer than any run of backticks inside, so that nothing in the message ends the block.
        var fence = new string('`', Math.Max(3, LongestRun(message, '`') + 1));
        return $"\n<details><summary>{Escape(PolicyWords.Title(finding.Rule))}: {Escape(finding.ResourceName)}</summary>\n\n{fence}text\n{message}\n{fence}\n\n</details>\n";
    }

    private static string Escape(string text) => MarkdownText.Escape(PolicyWords.OneLine(text));

    /// <summary>Two hyphens or a bracket would end the hidden comment.</summary>
    private static string Marker(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-' ? c : '_')).Replace("--", "__", StringComparison.Ordinal);

    private static int LongestRun(string text, char of)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == of ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
