using System.Collections.Immutable;

namespace FinOps.Core.TagPolicies;

/// <summary>The words of the tag policy language, and its limits.</summary>
public static class PolicyWords
{
    public const string Tags = "tags";
    public const string TagKey = "tag_key";
    public const string TagValue = "tag_value";
    public const string EnforcedFor = "enforced_for";
    public const string ReportRequiredTagFor = "report_required_tag_for";

    public const string Assign = "@@assign";
    public const string Append = "@@append";
    public const string Remove = "@@remove";
    public const string Controls = "@@operators_allowed_for_child_policies";
    public const string AllOperators = "@@all";
    public const string NoOperators = "@@none";

    /// <summary>Stands for every type of a service; older documents write <c>service:*</c>.</summary>
    public const string AllSupported = "ALL_SUPPORTED";

    /// <summary>Any value.</summary>
    public const string AnyValue = "*";

    /// <summary>Bytes of an effective policy that Organizations takes.</summary>
    public const int MaxEffectiveBytes = 395_000;

    /// <summary>Tag keys that may be required of one resource type.</summary>
    public const int MaxRequiredKeysPerType = 50;

    /// <summary>Tag policies on one root, unit or account.</summary>
    public const int MaxPoliciesPerTarget = 10;

    /// <summary>The settings of a policy key, in the order in which documents show them.</summary>
    public static readonly ImmutableArray<string> Settings = [TagKey, TagValue, EnforcedFor, ReportRequiredTagFor];

    internal static PolicyOperators? Operator(string word) => word switch
    {
        Assign => PolicyOperators.Assign,
        Append => PolicyOperators.Append,
        Remove => PolicyOperators.Remove,
        AllOperators => PolicyOperators.All,
        NoOperators => PolicyOperators.None,
        _ => null,
    };

    internal static string Word(PolicyOperators one) => one switch
    {
        PolicyOperators.Assign => Assign,
        PolicyOperators.Append => Append,
        _ => Remove,
    };
}
