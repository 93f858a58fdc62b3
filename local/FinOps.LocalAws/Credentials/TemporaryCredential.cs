namespace FinOps.LocalAws.Credentials;

/// <summary>What AssumeRole hands out.</summary>
internal sealed record TemporaryCredential(string AccessKeyId, string Secret, string SessionToken, DateTimeOffset Expiration)
{
    public override string ToString() => AccessKeyId;
}
