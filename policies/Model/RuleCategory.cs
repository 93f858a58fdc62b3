using Pulumi.Policy;

namespace FinOps.Policies.Model;

/// <summary>What a rule protects.</summary>
public enum RuleCategory
{
    /// <summary>That each cost has an owner.</summary>
    Ownership,

    /// <summary>That tags are written as everybody else writes them, so that reports add up.</summary>
    Consistency,

    /// <summary>That money is not spent for nothing.</summary>
    Cost,
}

internal static class RuleCategories
{
    public static PolicySeverity Severity(this RuleCategory category) => category switch
    {
        RuleCategory.Ownership => PolicySeverity.High,
        RuleCategory.Consistency => PolicySeverity.Medium,
        _ => PolicySeverity.Medium,
    };

    public static string Tag(this RuleCategory category) => category.ToString().ToLowerInvariant();
}
