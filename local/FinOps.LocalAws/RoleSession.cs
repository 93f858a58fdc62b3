namespace FinOps.LocalAws;

/// <summary>Keys that sign as a session of a role.</summary>
public sealed record RoleSession(string AccessKeyId, string SecretAccessKey, string SessionToken)
{
    // A record would print the secret.
    public override string ToString() => AccessKeyId;
}
