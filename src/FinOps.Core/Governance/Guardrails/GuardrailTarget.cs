using System.Collections.Immutable;

namespace FinOps.Core.Governance.Guardrails;

public enum GuardrailForm
{
    /// <summary>Tag policies that report; no call is refused.</summary>
    ReportOnly,

    /// <summary>Tag policies that refuse wrong values, and service control policies that deny creation without tags.</summary>
    Enforcing,
}

/// <summary>A root, unit or account that gets guardrails.</summary>
/// <param name="Name">For people: the name of the unit or account.</param>
/// <param name="Attached">What is attached to it now, this stack's own policies included: they are known by their names.</param>
public sealed record GuardrailTarget(string Id, string Name, GuardrailForm Form, ImmutableArray<AttachedPolicy> Attached)
{
    /// <summary>What stands above it, from the root down, with what is attached there: tag policies merge on the way down. Empty for the root.</summary>
    public ImmutableArray<GuardrailPlace> Above { get; init; } = [];
}

/// <summary>A root or unit on the way to a target.</summary>
public sealed record GuardrailPlace(string Id, ImmutableArray<AttachedPolicy> Attached);

/// <param name="Name">As Organizations has it, for example FullAWSAccess.</param>
/// <param name="Content">The document; only those of tag policies are read.</param>
public sealed record AttachedPolicy(GuardrailKind Kind, string Name, string Content);
