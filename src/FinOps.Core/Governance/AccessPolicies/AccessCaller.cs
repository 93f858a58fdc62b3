namespace FinOps.Core.Governance.AccessPolicies;

/// <summary>Who calls: a user, a session of a role, or an AWS service.</summary>
/// <param name="AccountId">The account of the caller; empty for a service.</param>
/// <param name="Arn">As GetCallerIdentity tells it, <c>arn:aws:sts::111122223333:assumed-role/reader/session</c>; for a service its principal.</param>
public sealed record AccessCaller(string AccountId, string Arn)
{
    /// <summary>What <c>aws:PrincipalArn</c> holds: for a session the role's ARN without its path, else the caller's own.</summary>
    public string PrincipalArn => SessionRole is { } role ? $"arn:aws:iam::{AccountId}:role/{role}" : Arn;

    /// <summary>The name of the role when the caller is a session of one.</summary>
    public string? SessionRole => Arn.Split(':', '/') is [_, _, "sts", _, _, "assumed-role", var role, _] ? role : null;

    public static AccessCaller Service(string principal) => new("", principal);

    internal bool IsService => AccountId.Length == 0;

    /// <summary>Whether a policy that names this principal means the caller, by itself or by its account.</summary>
    internal bool IsNamedBy(string principal) => principal == "*" || principal == Arn || principal == PrincipalArn || IsAccountNamedBy(principal);

    /// <summary>A policy that names the account leaves it to the account's own policies who of it is meant.</summary>
    internal bool IsAccountNamedBy(string principal) => !IsService && (principal == AccountId || principal == $"arn:aws:iam::{AccountId}:root");
}
