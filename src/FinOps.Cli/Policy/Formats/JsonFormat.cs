using System.Text.Json;
using System.Text.Json.Nodes;

namespace FinOps.Cli.Policy.Formats;

/// <summary>The whole report for programs. Names stay; further ones may come.</summary>
internal static class JsonFormat
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    public static string Render(PolicyCheckReport report, RuleLinks links) => new JsonObject
    {
        ["version"] = 1,
        ["source"] = report.Source,
        ["project"] = report.Project,
        ["stack"] = report.Stack,
        ["packs"] = new JsonArray([.. report.Packs.Select(pack => JsonValue.Create(pack))]),
        ["summary"] = new JsonObject { ["resources"] = report.Resources, ["mandatory"] = report.Blocking, ["advisory"] = report.Advisory, ["waived"] = report.Waived },
        ["findings"] = new JsonArray([.. report.Findings.Select(finding => Finding(finding, links))]),
    }.ToJsonString(_indented) + "\n";

    private static JsonObject Finding(PolicyFinding finding, RuleLinks links) => new()
    {
        ["rule"] = finding.Rule.Name,
        ["pack"] = finding.Rule.Pack,
        ["level"] = PolicyWords.Level(finding.Level),
        ["severity"] = Text(finding.Severity),
        ["category"] = Text(PolicyWords.Category(finding.Rule)),
        ["urn"] = finding.Urn,
        ["type"] = finding.ResourceType,
        ["name"] = finding.ResourceName,
        ["description"] = finding.Rule.Description,
        ["message"] = finding.Message,
        ["fix"] = Text(finding.Rule.Fix),
        ["docs"] = Text(links.Of(finding.Rule)?.AbsoluteUri ?? (Uri.IsWellFormedUriString(finding.Rule.Url, UriKind.Relative) ? finding.Rule.Url : "")),
        ["waived"] = finding.IsWaived,
        ["waiver"] = finding.Waiver is { } waiver
            ? new JsonObject { ["reason"] = waiver.Reason, ["owner"] = waiver.Owner, ["ticket"] = waiver.Ticket, ["expires"] = waiver.Expires.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }
            : null,
        ["file"] = finding.Source?.File,
        ["line"] = finding.Source?.Line,
        ["column"] = finding.Source is { Column: > 0 } source ? source.Column : null,
        ["fingerprint"] = finding.Fingerprint,
    };

    private static JsonValue? Text(string text) => text.Length == 0 ? null : JsonValue.Create(text);
}
