namespace FinOps.Core.Tagging;

/// <summary>Which settings a tag policy holds. Organizations merges policies on one target setting by setting, so the parts may be attached one without the other.</summary>
[Flags]
public enum TagPolicyParts
{
    None = 0,

    /// <summary>Casing of keys, their values, and for which types a missing key is reported.</summary>
    Rules = 1,

    /// <summary>For which types wrong casing and values are refused.</summary>
    Enforcement = 2,
    All = Rules | Enforcement,
}
