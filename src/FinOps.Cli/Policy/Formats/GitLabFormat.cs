using System.Text.Json;
using System.Text.Json.Nodes;

namespace FinOps.Cli.Policy.Formats;

/// <summary>GitLab's Code Quality report. It has no word for what is waived, so that is left out.</summary>
internal static class GitLabFormat
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    public static string Render(PolicyCheckReport report, RuleLinks links) =>
        new JsonArray([.. report.Findings.Where(finding => !finding.IsWaived).Select(finding => Degradation(finding, report))]).ToJsonString(_indented) + "\n";

    private static JsonObject Degradation(PolicyFinding finding, PolicyCheckReport report)
    {
        // GitLab shows nothing without a file and a line.
        var source = finding.Source ?? new SourceLocation(report.ProjectFile, 1, 0);
        return new JsonObject
        {
            ["description"] = PolicyWords.OneLine($"{PolicyWords.Title(finding.Rule)}: {finding.ResourceName} ({finding.ResourceType}): {finding.FullMessage}"),
            ["check_name"] = finding.Rule.Name,
            ["fingerprint"] = finding.Fingerprint,
            ["severity"] = Severity(finding),
            ["location"] = new JsonObject { ["path"] = source.File, ["lines"] = new JsonObject { ["begin"] = source.Line } },
        };
    }

    /// <summary>GitLab knows info, minor, major, critical, blocker. Only what blocks is shown as such.</summary>
    private static string Severity(PolicyFinding finding) => (finding.Blocks, finding.Severity) switch
    {
        (true, "critical" or "high") => "blocker",
        (true, "low") => "major",
        (true, _) => "critical",
        (false, "critical" or "high") => "major",
        (false, "low") => "info",
        (false, _) => "minor",
    };
}
