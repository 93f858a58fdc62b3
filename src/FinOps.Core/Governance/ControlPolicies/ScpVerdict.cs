namespace FinOps.Core.Governance.ControlPolicies;

public enum ScpOutcome
{
    /// <summary>No service control policy stands in the way. Whether IAM lets the principal do it is not said.</summary>
    Allowed,
    Denied,

    /// <summary>A policy or the request holds something that this evaluator does not know: neither of the other two may be assumed.</summary>
    CannotJudge,
}

/// <param name="TargetId">Root, unit or account whose policies decided; null when none had to.</param>
/// <param name="Policy">Name of the policy that decided; null when none did.</param>
/// <param name="Statement">Its Sid, or its position (<c>#2</c>) when it has none.</param>
/// <param name="Reason">One sentence for a person.</param>
public sealed record ScpVerdict(ScpOutcome Outcome, string? TargetId, string? Policy, string? Statement, string Reason);
