using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Sts;

public sealed class CallerIdentityTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    [Fact]
    public async Task GetCallerIdentity_OwnersKey_NamesTheManagementAccount()
    {
        using var sts = Client(new BasicAWSCredentials(endpoint.Server.AccessKeyId, endpoint.Server.SecretAccessKey));

        var identity = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest());

        Assert.Equal(endpoint.Account, identity.Account);
        Assert.Equal($"arn:aws:iam::{endpoint.Account}:user/finops", identity.Arn);
    }

    [Fact]
    public async Task AssumeRole_AccessRoleOfMember_SignsAsThatAccount()
    {
        var member = endpoint.Server.Organization.Accounts[1].Id;
        using var sts = Client(new BasicAWSCredentials(endpoint.Server.AccessKeyId, endpoint.Server.SecretAccessKey));

        var assumed = await sts.AssumeRoleAsync(new AssumeRoleRequest
        {
            RoleArn = $"arn:aws:iam::{member}:role/OrganizationAccountAccessRole",
            RoleSessionName = "reader",
        });
        using var asMember = Client(assumed.Credentials);
        var identity = await asMember.GetCallerIdentityAsync(new GetCallerIdentityRequest());

        Assert.Equal(member, identity.Account);
        Assert.Equal($"arn:aws:sts::{member}:assumed-role/OrganizationAccountAccessRole/reader", identity.Arn);
    }

    [Fact]
    public async Task AssumeRole_UnknownRole_IsDenied()
    {
        using var sts = Client(new BasicAWSCredentials(endpoint.Server.AccessKeyId, endpoint.Server.SecretAccessKey));

        var refused = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => sts.AssumeRoleAsync(new AssumeRoleRequest
        {
            RoleArn = $"arn:aws:iam::{endpoint.Account}:role/nobody",
            RoleSessionName = "reader",
        }));

        Assert.Equal("AccessDenied", refused.ErrorCode);
    }

    [SkippableFact]
    public async Task GetCallerIdentity_FromTheAwsCli_NamesTheManagementAccount()
    {
        var identity = await AwsCli.RunAsync(endpoint.Server, "sts", "get-caller-identity");

        Assert.Equal(endpoint.Account, (string)identity.Json["Account"]!);
    }

    private AmazonSecurityTokenServiceClient Client(AWSCredentials credentials) => new(credentials, new AmazonSecurityTokenServiceConfig
    {
        ServiceURL = endpoint.Server.Url.OriginalString,
        AuthenticationRegion = "us-east-1",
        MaxErrorRetry = 0,
    });
}
