using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Credentials;

/// <summary>A key that may sign, and who signs with it.</summary>
internal sealed record Credential(string Secret, Principal Principal)
{
    // A record would print the secret.
    public override string ToString() => Principal.AccessKeyId;
}
