using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Members;
using FinOps.Functions.Tests.LocalAws;

namespace FinOps.Functions.Tests.Members;

public sealed class MemberSessionsTests(LocalAwsFixture aws) : IClassFixture<LocalAwsFixture>
{
    private static readonly MemberSettings Role = new("OrganizationAccountAccessRole", "any");

    [Fact]
    public async Task Connect_EveryAccount_IsThatAccount()
    {
        using var sessions = new MemberSessions(aws.Connection(), Role, "test");

        var (accounts, notSeen) = await sessions.AccountsAsync(CancellationToken.None);

        Assert.Empty(notSeen);
        Assert.True(accounts.Count > 20);
        Assert.Single(accounts, account => account.IsOwn);
        foreach (var account in accounts.Where(account => account.IsOwn).Concat(accounts.Take(3)))
            Assert.Equal(account.Id, await CallerAsync(sessions.Connect(account, "eu-central-1")));
    }

    [Fact]
    public async Task Connect_TwoRegionsOfOneAccount_AssumesTheRoleOnce()
    {
        using var sessions = new MemberSessions(aws.Connection(), Role, "once");
        var (accounts, _) = await sessions.AccountsAsync(CancellationToken.None);
        var account = accounts.First(each => !each.IsOwn);

        var before = aws.Server.Calls.SinceStart().Count;

        await CallerAsync(sessions.Connect(account, "us-east-1"));
        await CallerAsync(sessions.Connect(account, "eu-west-1"));

        Assert.Single(aws.Server.Calls.SinceStart().Skip(before), call => call.Operation == "AssumeRole");
    }

    [Fact]
    public async Task AccountsAsync_NoRolesInMembers_SeesTheOwnOneAndSaysSo()
    {
        using var sessions = new MemberSessions(aws.Connection(), null, "test");

        var (accounts, notSeen) = await sessions.AccountsAsync(CancellationToken.None);

        Assert.True(Assert.Single(accounts).IsOwn);
        Assert.EndsWith("member accounts", Assert.Single(notSeen).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_RoleThatIsNotThere_RefusesTheFirstRequest()
    {
        using var sessions = new MemberSessions(aws.Connection(), Role with { RoleName = "no-such-role" }, "test");
        var (accounts, _) = await sessions.AccountsAsync(CancellationToken.None);

        var refused = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => CallerAsync(sessions.Connect(accounts.First(account => !account.IsOwn), "us-east-1")));

        Assert.True(AwsFailure.IsDenied(refused));
    }

    [Theory]
    [InlineData("role", null, "FINOPS_MEMBER_EXTERNAL_ID")]
    [InlineData(null, "id", "FINOPS_MEMBER_READER_ROLE")]
    public void FromEnvironment_HalfOfIt_SaysWhatIsMissing(string? role, string? externalId, string missing)
    {
        var problem = Assert.Single(Assert.Throws<ProblemException>(() => Read(role, externalId)).Problems);

        Assert.Equal(missing, problem.Path);
    }

    [Fact]
    public void FromEnvironment_NothingOrBoth_IsRead()
    {
        Assert.Null(Read(null, ""));
        Assert.Equal(new MemberSettings("role", "id"), Read("role", "id"));
    }

    private static MemberSettings? Read(string? role, string? externalId) => MemberSettings.FromEnvironment(
        name => name == MemberSettings.ReaderRoleVariable ? role : name == MemberSettings.ExternalIdVariable ? externalId : null, MemberSettings.ReaderRoleVariable);

    private static async Task<string> CallerAsync(AwsConnection connection)
    {
        using var identity = new AmazonSecurityTokenServiceClient(connection.Credentials, connection.Configure(new AmazonSecurityTokenServiceConfig()));
        return (await identity.GetCallerIdentityAsync(new GetCallerIdentityRequest())).Account;
    }
}
