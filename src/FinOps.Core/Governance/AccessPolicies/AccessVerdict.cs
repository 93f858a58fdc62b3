namespace FinOps.Core.Governance.AccessPolicies;

public enum AccessOutcome
{
    Allowed,

    /// <summary>A statement denies it.</summary>
    Denied,

    /// <summary>No statement allows it.</summary>
    NotAllowed,

    /// <summary>A policy or the request holds something that this evaluator does not know: it may not be taken for allowed.</summary>
    CannotJudge,
}

/// <param name="Policy">Name of the policy that decided; null when none did.</param>
/// <param name="Statement">Its Sid, or its position (<c>#2</c>) when it has none.</param>
/// <param name="Reason">One sentence for a person.</param>
public sealed record AccessVerdict(AccessOutcome Outcome, string? Policy, string? Statement, string Reason);
