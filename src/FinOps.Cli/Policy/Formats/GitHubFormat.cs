using System.Globalization;
using System.Text;

namespace FinOps.Cli.Policy.Formats;

/// <summary>Workflow commands of GitHub Actions: printed by a step, they become annotations on the changed lines.</summary>
internal static class GitHubFormat
{
    public static string Render(PolicyCheckReport report, RuleLinks links)
    {
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            var message = links.Of(finding.Rule) is { } page ? $"{finding.FullMessage}\n{page}" : finding.FullMessage;
            text.Append(Command(finding)).Append("::").Append(Data($"{(finding.IsWaived ? "" : $"{finding.ResourceName}: ")}{message}")).Append('\n');
        }

        return text.Append("::notice title=finops policy check::").Append(Data(PolicyWords.Sum(report))).Append('\n').ToString();
    }

    private static string Command(PolicyFinding finding)
    {
        var title = $"title={Property($"{PolicyWords.Title(finding.Rule)}: {finding.ResourceName}")}";
        var command = finding.Blocks ? "error" : finding.IsWaived || finding.Severity == "low" ? "notice" : "warning";
        if (finding.Source is not { } source)
        {
            return $"::{command} {title}";
        }

        var column = source.Column > 0 ? string.Create(CultureInfo.InvariantCulture, $",col={source.Column}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"::{command} file={Property(source.File)},line={source.Line}{column},{title}");
    }

    /// <summary>A command is one line, and '%' begins an escape.</summary>
    private static string Data(string text) => PolicyWords.Plain(text).Replace("%", "%25", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
