using FinOps.Infra.Settings;

namespace FinOps.Infra.Audit;

/// <summary>What is watched in which region.</summary>
/// <param name="Prefix">What the names of rules, topics and keys begin with.</param>
/// <param name="Regions">The rules by region; AWS evaluates a rule only where the event is.</param>
internal sealed record AuditPlan(string Prefix, IReadOnlyDictionary<string, IReadOnlyList<AuditRule>> Regions)
{
    /// <summary>Where CloudTrail records the calls of services without regions.</summary>
    public const string GlobalRegion = "us-east-1";

    /// <summary>EventBridge's limit for the name of a rule.</summary>
    private const int LongestName = 64;

    public static AuditPlan From(AuditSettings settings, string stackName, string region, SettingsProblems problems)
    {
        var prefix = $"finops-{stackName}-audit-";
        var rules = AuditRules.All(prefix);
        var longest = rules.Max(rule => rule.Name.Length);
        if (prefix.Length + longest > LongestName)
        {
            problems.Add($"the stack name {stackName}", $"a stack name of at most {LongestName - longest - (prefix.Length - stackName.Length)} characters", "Shorten the stack's name: names of EventBridge rules begin with it.", "FIN1220");
        }

        foreach (var (email, index) in settings.Emails.Select((email, index) => (email, index)).Where(each => settings.Emails.Take(each.index).Contains(each.email, StringComparer.OrdinalIgnoreCase)))
        {
            problems.At($"emails[{index}]").Add(email, "every address once", "Remove it.", "FIN1220");
        }

        string[] regions = region == GlobalRegion ? [GlobalRegion] : [GlobalRegion, region];
        return new AuditPlan(prefix, regions.ToDictionary(
            each => each,
            each => (IReadOnlyList<AuditRule>)[.. rules.Where(rule => rule.IsGlobal ? each == GlobalRegion : each == region || IsOfTheTrail(rule))]));
    }

    /// <summary>What tells of changes must itself be watched wherever it is.</summary>
    private static bool IsOfTheTrail(AuditRule rule) => rule.Name is "watch" or "topic" or "trail";
}
