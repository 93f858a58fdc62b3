using System.Collections.Immutable;

namespace FinOps.Core.TagPolicies;

/// <summary>What a policy can be attached to.</summary>
public enum PolicyTargetKind
{
    Root,
    Unit,
    Account,
}

/// <summary>A root, unit or account with its tag policies.</summary>
/// <param name="ParentId">Null for the root.</param>
/// <param name="PolicyIds">In the order in which they were attached: of several that assign one setting, the first wins.</param>
public sealed record PolicyTarget(string Id, string Name, PolicyTargetKind Kind, string? ParentId, ImmutableArray<string> PolicyIds)
{
    public override string ToString() => Kind switch
    {
        PolicyTargetKind.Root => $"root {Id}",
        PolicyTargetKind.Unit => $"unit {Name} ({Id})",
        _ => $"account {Name} ({Id})",
    };
}

/// <summary>One level on the way from the root to an account.</summary>
/// <param name="Policies">In the order in which they were attached.</param>
public sealed record PolicyLevel(PolicyTarget Target, ImmutableArray<TagPolicy> Policies);
