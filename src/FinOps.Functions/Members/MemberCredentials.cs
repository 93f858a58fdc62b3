using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace FinOps.Functions.Members;

/// <summary>Keys of an assumed role; they are asked for when first needed, and again before they end.</summary>
internal sealed class MemberCredentials : RefreshingAWSCredentials
{
    // From a role to another one STS gives an hour, however long the role itself allows.
    private const int Seconds = 3_600;

    private readonly IAmazonSecurityTokenService _identity;
    private readonly string _roleArn;
    private readonly string _externalId;
    private readonly string _sessionName;

    public MemberCredentials(IAmazonSecurityTokenService identity, string roleArn, string externalId, string sessionName)
    {
        (_identity, _roleArn, _externalId, _sessionName) = (identity, roleArn, externalId, sessionName);
        PreemptExpiryTime = TimeSpan.FromMinutes(5);
    }

    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        var response = await _identity.AssumeRoleAsync(new AssumeRoleRequest
        {
            RoleArn = _roleArn,
            ExternalId = _externalId,
            RoleSessionName = _sessionName,
            DurationSeconds = Seconds,
        }).ConfigureAwait(false);
        var keys = response.Credentials;
        return new CredentialsRefreshState(
            new ImmutableCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken),
            keys.Expiration?.ToUniversalTime() ?? throw new AmazonClientException("STS gave keys without an end."));
    }
}
