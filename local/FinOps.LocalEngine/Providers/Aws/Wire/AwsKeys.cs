namespace FinOps.LocalEngine.Providers.Aws.Wire;

/// <param name="AccessKeyId">For example AKIA...</param>
/// <param name="SecretAccessKey">Never shown.</param>
/// <param name="SessionToken">Of temporary credentials; null otherwise.</param>
public sealed record AwsKeys(string AccessKeyId, string SecretAccessKey, string? SessionToken = null)
{
    /// <summary>Keeps the secret out of logs.</summary>
    public override string ToString() => AccessKeyId;
}
