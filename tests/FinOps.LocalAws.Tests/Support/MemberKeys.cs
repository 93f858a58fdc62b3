using Amazon.Common;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace FinOps.LocalAws.Tests.Support;

/// <summary>Keys and clients for member accounts, as a program of the management account gets them.</summary>
internal static class MemberKeys
{
    public static AWSCredentials Owner(LocalAwsServer server) => new BasicAWSCredentials(server.AccessKeyId, server.SecretAccessKey);

    public static async Task<AWSCredentials> OfAsync(LocalAwsServer server, string accountId)
    {
        if (accountId == server.Organization.ManagementAccount.Id)
            return Owner(server);
        using var sts = new AmazonSecurityTokenServiceClient(Owner(server), new AmazonSecurityTokenServiceConfig { ServiceURL = server.Url.OriginalString, AuthenticationRegion = "us-east-1" });
        return (await sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = $"arn:aws:iam::{accountId}:role/OrganizationAccountAccessRole", RoleSessionName = "reader" })).Credentials;
    }

    public static TConfig Config<TConfig>(LocalAwsServer server, string region)
        where TConfig : AwsServiceConfig, new() => new() { ServiceURL = server.Url.OriginalString, AuthenticationRegion = region, MaxErrorRetry = 0 };
}
