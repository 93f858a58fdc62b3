using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FinOps.Core.Baselines;
using FinOps.Core.Waivers;
using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Policy;

/// <summary>Makes findings of what the engine recorded.</summary>
internal static class PolicyFindings
{
    public static ImmutableArray<PolicyFinding> Of(IEnumerable<PolicyViolation> violations, IReadOnlyCollection<PolicyRule> rules, SourceRoot sources, Func<string, string> positionOf) =>
    [
        .. violations.SelectMany(violation => Of(violation, rules, sources, positionOf))
            .GroupBy(finding => (finding.Rule.Pack, finding.Rule.Name, finding.Urn, Mark: Mark(finding)))
            .SelectMany(group => group.OrderBy(finding => finding.Message, StringComparer.Ordinal).Select((finding, place) => finding with { Fingerprint = Fingerprint(finding, group.Key.Mark, place) }))
            .OrderBy(finding => finding.IsWaived ? 2 : finding.Blocks ? 0 : 1)
            .ThenBy(finding => finding.Urn, StringComparer.Ordinal)
            .ThenBy(finding => finding.Rule.Name, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal),
    ];

    private static IEnumerable<PolicyFinding> Of(PolicyViolation violation, IReadOnlyCollection<PolicyRule> rules, SourceRoot sources, Func<string, string> positionOf)
    {
        var rule = rules.FirstOrDefault(rule => rule.Pack == violation.Pack && rule.Name == violation.Policy)
            ?? new PolicyRule(violation.Pack, violation.PackVersion, violation.Policy, "", violation.Description, violation.Level, violation.Severity, [], "", "");
        var message = WithoutDescription(violation.Message, rule.Description);
        // The pack tells in one message what its waivers hide; each of these is a finding of its own rule.
        var waived = message.Split('\n').Select(WaivedFinding.Parse).OfType<WaivedFinding>().ToList();
        if (waived.Count > 0)
        {
            return waived.Select(hidden => Waived(hidden, rules, violation, sources, positionOf));
        }

        var level = violation.Level == PolicyLevel.Mandatory && rule.Level == PolicyLevel.Remediate ? PolicyLevel.Remediate : violation.Level;
        return [Finding(rule, level, violation.Severity, violation.Urn, message, sources.Find(violation.SourcePosition), null)];
    }

    private static PolicyFinding Waived(WaivedFinding hidden, IReadOnlyCollection<PolicyRule> rules, PolicyViolation told, SourceRoot sources, Func<string, string> positionOf)
    {
        // Waivers name a rule by its id, which its policy name begins with.
        var rule = rules.FirstOrDefault(rule => rule.Pack == told.Pack && (rule.Name == hidden.Rule || rule.Name.StartsWith(hidden.Rule + "-", StringComparison.Ordinal)))
            ?? new PolicyRule(told.Pack, told.PackVersion, hidden.Rule, "", "", PolicyLevel.Advisory, "", [], "", "");
        var urn = hidden.Urn.Length > 0 ? hidden.Urn : told.Urn;
        return Finding(rule, rule.Level, rule.Severity, urn, $"Waived: {hidden.Reason}", sources.Find(positionOf(urn)), hidden);
    }

    private static PolicyFinding Finding(PolicyRule rule, PolicyLevel level, string severity, string urn, string message, SourceLocation? source, WaivedFinding? waiver)
    {
        var parts = urn.Split("::", 4);
        var type = parts.Length == 4 ? parts[2][(parts[2].LastIndexOf('$') + 1)..] : "";
        return new PolicyFinding(rule, level, severity, urn, type, parts[^1], message, source, waiver, "");
    }

    /// <summary>Packs repeat the rule's description before what they found.</summary>
    private static string WithoutDescription(string message, string description) =>
        message == description ? "" : description.Length > 0 && message.StartsWith(description + "\n", StringComparison.Ordinal) ? message[(description.Length + 1)..].TrimEnd() : message.TrimEnd();

    /// <summary>What the finding is known by to a baseline; empty when it carries no mark.</summary>
    private static string Mark(PolicyFinding finding) =>
        !finding.IsWaived && FindingMark.Read(finding.Message) is { } mark ? string.Join('\n', mark.Findings.Order(StringComparer.Ordinal)) : "";

    /// <param name="place">Among the findings that have no mark, or the same one.</param>
    private static string Fingerprint(PolicyFinding finding, string mark, int place)
    {
        var parts = new[] { finding.Rule.Pack, finding.Rule.Name, finding.Urn, mark, place.ToString(CultureInfo.InvariantCulture) };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts.Where(part => part.Length > 0)))));
    }
}
