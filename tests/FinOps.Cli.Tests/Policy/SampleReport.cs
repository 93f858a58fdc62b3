using FinOps.Cli.Policy;
using FinOps.Cli.Policy.Formats;
using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Tests.Policy;

/// <summary>Reports to render: a usual one, and one in which every text tries to be more than text.</summary>
internal static class SampleReport
{
    /// <summary>What each format has to defuse: line ends, workflow commands, percent signs, table cells, HTML, CDATA ends, placeholders, links, fences, escapes, reversed text.</summary>
    public const string Hostile = "a\r\nb\n::error::pwned%0Ax | <script>alert(1)</script> ]]> {0} [click](http://evil.example) ```` \u001b[31m \u0000 \u202e & \"q\" 'p' --> ,x:y @all";

    public static readonly RuleLinks Links = RuleLinks.Create("https://example.com/shop/blob/main", _ => null);

    public static readonly PolicyRule Required = new(
        "finops-policies", "0.1.0", "TAG001-required-tag-missing", "TAG001 required-tag-missing", "Every resource has an owner", PolicyLevel.Mandatory, "high", ["ownership"], "Add the tags", "docs/rules/TAG001.md");

    public static readonly PolicyRule Retention = new(
        "finops-policies", "0.1.0", "COST003-log-group-without-retention", "COST003 log-group-without-retention", "Logs end", PolicyLevel.Advisory, "medium", ["cost"], "Set a retention", "docs/rules/COST003.md");

    public static readonly PolicyRule Unused = new("finops-policies", "0.1.0", "COST012-gpu", "", "No GPU", PolicyLevel.Mandatory, "", [], "", "");

    public static PolicyCheckReport Usual() => Report([Required, Retention, Unused],
    [
        Violation(Required, "uploads", "lacks Team", "project:///infra/My%20Shop.cs#12,9"),
        Violation(Retention, "audit", "keeps for ever", ""),
        Told("  COST003 urn:pulumi:dev::shop::a:b:C::old: old app (payments@example.com, FIN-1, until 2026-03-01)"),
    ]);

    public static PolicyCheckReport Nothing() => Report([Required, Retention], []);

    public static PolicyCheckReport OfHostileText()
    {
        var rule = new PolicyRule("pack", "1", Hostile, Hostile, Hostile, PolicyLevel.Mandatory, "critical", [Hostile], Hostile, "javascript:alert(1)");
        return Report([rule],
        [
            new PolicyViolation(rule.Name, "pack", "1", PolicyLevel.Mandatory, "critical", $"urn:pulumi:dev::shop::a:b:C::{Hostile}", $"{Hostile}\n{Hostile}", Hostile)
            {
                SourcePosition = $"project:///{Uri.EscapeDataString(Hostile.Replace("\0", "", StringComparison.Ordinal))}#3,4",
            },
            Violation(rule, "x", Hostile, "") with { Level = PolicyLevel.Advisory },
        ]) with { Project = Hostile, Stack = Hostile, Source = Hostile };
    }

    public static PolicyViolation Violation(PolicyRule rule, string name, string message, string position) =>
        new(rule.Name, rule.Pack, rule.PackVersion, rule.Level, rule.Severity, $"urn:pulumi:dev::shop::my:index:Part$a:b:C::{name}", $"{rule.Description}\n{message}", rule.Description) { SourcePosition = position };

    public static PolicyCheckReport Report(IReadOnlyList<PolicyRule> rules, IEnumerable<PolicyViolation> violations) => new(
        "program .", "shop", "dev", 7, ["finops-policies 0.1.0"], [.. rules], PolicyFindings.Of(violations, rules, SourceRoot.Of(Clone.Root), _ => ""));

    private static PolicyViolation Told(string waived) =>
        new("WVR001-waiver-out-of-order", "finops-policies", "0.1.0", PolicyLevel.Advisory, "low", "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", $"Waivers are shown\n1 finding is waived:\n{waived}", "Waivers are shown");
}
