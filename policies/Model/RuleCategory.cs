using Pulumi.Policy;

namespace FinOps.Policies.Model;

/// <summary>What a rule protects; level and severity follow from it.</summary>
public enum RuleCategory
{
    /// <summary>That each cost has an owner.</summary>
    Ownership,

    /// <summary>That tags are written as everybody else writes them, so that reports add up.</summary>
    Consistency,

    /// <summary>That money is not spent for nothing. A person may have a reason, so these advise.</summary>
    Cost,

    /// <summary>That the pack itself is kept in order.</summary>
    Upkeep,
}

internal static class RuleCategories
{
    public static PolicySeverity Severity(this RuleCategory category) => category switch
    {
        RuleCategory.Ownership => PolicySeverity.High,
        RuleCategory.Upkeep => PolicySeverity.Low,
        _ => PolicySeverity.Medium,
    };

    public static EnforcementLevel Level(this RuleCategory category) => category switch
    {
        RuleCategory.Ownership or RuleCategory.Consistency => EnforcementLevel.Mandatory,
        _ => EnforcementLevel.Advisory,
    };

    public static string Tag(this RuleCategory category) => category.ToString().ToLowerInvariant();
}
