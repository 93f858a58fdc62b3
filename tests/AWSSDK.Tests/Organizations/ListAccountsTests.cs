using Amazon.Organizations;
using Amazon.Organizations.Model;
using AWSSDK.Tests.Support;

namespace AWSSDK.Tests.Organizations;

public sealed class ListAccountsTests
{
    [Fact]
    public async Task ListAccounts_EmptyPageWithToken_ReadsOn()
    {
        string[] pages =
        [
            """{"Accounts":[],"NextToken":"a"}""",
            """{"Accounts":[{"Id":"111111111111","Name":"one","State":"ACTIVE","JoinedTimestamp":1767225600.5}],"NextToken":"b"}""",
            """{"NextToken":"c"}""",
            """{"Accounts":[{"Id":"222222222222","Name":"two","Status":"SUSPENDED"}]}""",
        ];
        await using var server = await FakeServer.StartAsync(request => new FakeResponse(200, pages[request.Number]));
        using var client = new AmazonOrganizationsClient(Clients.Credentials, Clients.For<AmazonOrganizationsConfig>(server));

        var accounts = new List<Account>();
        await foreach (var account in client.Paginators.ListAccounts(new ListAccountsRequest { MaxResults = 20 }).Accounts)
            accounts.Add(account);

        Assert.Equal(["111111111111", "222222222222"], accounts.Select(account => account.Id));
        Assert.Equal(AccountState.ACTIVE, accounts[0].State);
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, 500, DateTimeKind.Utc), accounts[0].JoinedTimestamp);
        Assert.Equal(4, server.Requests.Count);
        Assert.Contains("\"NextToken\":\"c\"", server.Requests[3].Body, StringComparison.Ordinal);
        Assert.Contains("\"MaxResults\":20", server.Requests[3].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DescribeOrganization_NotInUse_ThrowsTypedException()
    {
        await using var server = await FakeServer.StartAsync(_ => new FakeResponse(400, """{"__type":"AWSOrganizationsNotInUseException","Message":"not a member"}"""));
        using var client = new AmazonOrganizationsClient(Clients.Credentials, Clients.For<AmazonOrganizationsConfig>(server));

        await Assert.ThrowsAsync<AWSOrganizationsNotInUseException>(() => client.DescribeOrganizationAsync(new DescribeOrganizationRequest()));

        Assert.Equal("{}", server.Requests[0].Body);
    }
}
