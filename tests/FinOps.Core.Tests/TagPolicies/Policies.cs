using FinOps.Core.TagPolicies;

namespace FinOps.Core.Tests.TagPolicies;

/// <summary>An organization of one root, two units (one below the other) and one account, with policies given as single settings or documents.</summary>
internal static class Policies
{
    public const string Account = "111122223333";

    public static readonly PolicyTarget Root = new("r-root", "Root", PolicyTargetKind.Root, null, []);
    public static readonly PolicyTarget Outer = new("ou-root-outer000", "Outer", PolicyTargetKind.Unit, Root.Id, []);
    public static readonly PolicyTarget Inner = new("ou-root-inner000", "Inner", PolicyTargetKind.Unit, Outer.Id, []);
    public static readonly PolicyTarget Leaf = new(Account, "shop-prod", PolicyTargetKind.Account, Inner.Id, []);

    /// <summary>Documents for each level from the root down; several on one level are in the order of attachment.</summary>
    public static EffectiveTagPolicy Effective(params string[][] levels)
    {
        var number = 0;
        PolicyTarget[] targets = [Root, Outer, Inner, Leaf];
        return EffectivePolicyEngine.Compute([.. targets.Select((target, level) =>
            new PolicyLevel(target, [.. levels.ElementAtOrDefault(level)?.Select(content => TagPolicy.Parse($"p-{++number}", $"policy-{number}", content)) ?? []]))]);
    }

    /// <summary>The key <c>project</c> with one setting, <c>tag_value</c> unless told otherwise.</summary>
    public static string Project(string setting, string name = "tag_value") => $$$$$$"""{"tags":{"project":{"{{{{{{name}}}}}}":{{{{{{setting}}}}}}}}}""";

    public static string[] Values(EffectiveTagPolicy policy) => [.. policy.Keys.Single().Values.Select(value => value.Value)];
}
