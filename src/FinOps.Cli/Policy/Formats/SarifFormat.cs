using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Policy.Formats;

/// <summary>SARIF 2.1.0, as GitHub code scanning, Azure DevOps and editors read it.</summary>
internal static partial class SarifFormat
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    public static string Render(PolicyCheckReport report, RuleLinks links)
    {
        // A finding may be of a rule that the pack itself does not list.
        var rules = report.Rules.Concat(report.Findings.Select(finding => finding.Rule)).DistinctBy(rule => (rule.Pack, rule.Name)).ToList();
        var driver = new JsonObject
        {
            ["name"] = "finops policy check",
            ["semanticVersion"] = typeof(SarifFormat).Assembly.GetName().Version!.ToString(3),
            ["rules"] = new JsonArray([.. rules.Select(rule => Rule(rule, IdOf(rule, rules), links))]),
        };
        var run = new JsonObject
        {
            ["tool"] = new JsonObject { ["driver"] = driver },
            ["invocations"] = new JsonArray(new JsonObject { ["executionSuccessful"] = true }),
            ["originalUriBaseIds"] = new JsonObject { ["SRCROOT"] = new JsonObject { ["description"] = Text("The root of the repository.") } },
            ["columnKind"] = "utf16CodeUnits",
            ["results"] = new JsonArray([.. report.Findings.Select(finding => Result(finding, report, rules))]),
        };
        return new JsonObject { ["$schema"] = Schema, ["version"] = "2.1.0", ["runs"] = new JsonArray(run) }.ToJsonString(_indented) + "\n";
    }

    /// <summary>The name of the rule; with that of its pack where two packs have rules of one name.</summary>
    private static string IdOf(PolicyRule rule, List<PolicyRule> rules) => rules.Count(other => other.Name == rule.Name) == 1 ? rule.Name : $"{rule.Pack}/{rule.Name}";

    private static JsonObject Rule(PolicyRule rule, string id, RuleLinks links)
    {
        var json = new JsonObject
        {
            ["id"] = id,
            ["name"] = PolicyWords.Title(rule),
            ["shortDescription"] = Text(rule.Description.Length > 0 ? rule.Description : id),
            ["defaultConfiguration"] = rule.Level == PolicyLevel.Disabled
                ? new JsonObject { ["enabled"] = false }
                : new JsonObject { ["level"] = Level(rule.Level, rule.Severity) },
            ["properties"] = new JsonObject
            {
                ["tags"] = new JsonArray([.. rule.Tags.Distinct(StringComparer.Ordinal).Select(tag => JsonValue.Create(tag))]),
                ["pack"] = $"{rule.Pack} {rule.PackVersion}".TrimEnd(),
                ["severity"] = rule.Severity,
            },
        };
        if (rule.Fix.Length > 0)
        {
            json["help"] = Text(rule.Fix);
        }

        if (links.Of(rule) is { } page)
        {
            json["helpUri"] = page.AbsoluteUri;
        }

        return json;
    }

    private static JsonObject Result(PolicyFinding finding, PolicyCheckReport report, List<PolicyRule> rules)
    {
        var index = rules.FindIndex(rule => (rule.Pack, rule.Name) == (finding.Rule.Pack, finding.Rule.Name));
        return new JsonObject
        {
            ["ruleId"] = IdOf(rules[index], rules),
            ["ruleIndex"] = index,
            ["level"] = Level(finding.Level, finding.Severity),
            ["message"] = Text($"{finding.ResourceName} ({finding.ResourceType}): {finding.FullMessage}"),
            ["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = Place(finding.Source ?? new SourceLocation(report.ProjectFile, 1, 0)),
                ["logicalLocations"] = new JsonArray(new JsonObject { ["name"] = finding.ResourceName, ["fullyQualifiedName"] = finding.Urn, ["kind"] = "resource" }),
            }),
            // The first name is the one that GitHub matches alerts by.
            ["partialFingerprints"] = new JsonObject { ["primaryLocationLineHash"] = finding.Fingerprint, ["finopsFinding/v1"] = finding.Fingerprint },
            // Where one result has the list, every result must have it: empty means "not suppressed".
            ["suppressions"] = finding.Waiver is { } waiver
                ? new JsonArray(new JsonObject
                {
                    ["kind"] = "external",
                    ["status"] = "accepted",
                    ["justification"] = PolicyWords.OneLine($"{waiver.Reason} ({waiver.Owner}, {waiver.Ticket}, until {waiver.Expires:yyyy-MM-dd})"),
                })
                : [],
            ["properties"] = new JsonObject { ["stack"] = $"{report.Project}/{report.Stack}", ["resourceType"] = finding.ResourceType, ["severity"] = finding.Severity },
        };
    }

    private static JsonObject Place(SourceLocation source)
    {
        var region = new JsonObject { ["startLine"] = source.Line };
        if (source.Column > 0)
        {
            region["startColumn"] = source.Column;
        }

        return new JsonObject
        {
            ["artifactLocation"] = new JsonObject { ["uri"] = string.Join('/', source.File.Split('/').Select(Uri.EscapeDataString)), ["uriBaseId"] = "SRCROOT" },
            ["region"] = region,
        };
    }

    private static string Level(PolicyLevel level, string severity) => level is PolicyLevel.Mandatory or PolicyLevel.Remediate ? "error" : severity == "low" ? "note" : "warning";

    /// <summary>Messages can hold placeholders, {0}, and links, [text](target). What a pack or a resource is called makes neither.</summary>
    private static JsonObject Text(string text) =>
        new() { ["text"] = Placeholder().Replace(PolicyWords.Plain(text), "{{$1}}").Replace("](", "] (", StringComparison.Ordinal) };

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Placeholder();
}
