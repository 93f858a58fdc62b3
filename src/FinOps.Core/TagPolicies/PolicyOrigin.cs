namespace FinOps.Core.TagPolicies;

/// <summary>Where a statement stands: which policy, attached to what, and where in its document.</summary>
/// <param name="Operator">For example <c>@@assign</c>.</param>
/// <param name="Path">JSON path in the document of the policy.</param>
public sealed record PolicyOrigin(string PolicyId, string PolicyName, string TargetId, string TargetName, string Operator, string Path)
{
    public override string ToString() => $"{Operator} in {PolicyName} ({PolicyId}) on {TargetName} ({TargetId}), {Path}";
}

/// <summary>A value of the effective policy.</summary>
/// <param name="Origin">Null for what Organizations fills in: the policy key as tag key, <c>*</c> as value.</param>
public sealed record EffectiveValue(string Value, PolicyOrigin? Origin);

/// <summary>A value that was inherited and taken out again.</summary>
public sealed record RemovedValue(string Value, PolicyOrigin Origin, PolicyOrigin RemovedBy);

/// <summary>A statement that has no effect.</summary>
/// <param name="Origin">The statement.</param>
/// <param name="Because">What stands against it: the controls that forbid it, or the earlier policy on the same target that assigns already.</param>
public sealed record IgnoredStatement(PolicyOrigin Origin, IgnoredReason Reason, IReadOnlyList<PolicyOrigin> Because);

public enum IgnoredReason
{
    /// <summary>A policy on a higher level does not allow the operator.</summary>
    NotAllowed,

    /// <summary>Another policy that was attached earlier to the same target assigns the setting.</summary>
    AssignedEarlier,
}
