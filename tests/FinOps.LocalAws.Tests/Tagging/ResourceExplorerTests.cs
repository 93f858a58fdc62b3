using Amazon.ResourceExplorer2;
using Amazon.ResourceExplorer2.Model;
using FinOps.Core.Organization.Synthetic;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Tagging;

public sealed class ResourceExplorerTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private SyntheticOrganization Organization => endpoint.Server.Organization;

    [Fact]
    public async Task Search_Untagged_HasWhatWasNeverTaggedInEveryAccount()
    {
        using var client = Client("us-east-1");
        var request = new SearchRequest { QueryString = "tag:none", MaxResults = 60 };
        var (found, pages) = (new List<Resource>(), 0);
        do
        {
            var page = await client.SearchAsync(request);
            Assert.True(page.Count!.Complete);
            found.AddRange(page.Resources!);
            request.NextToken = page.NextToken;
            pages++;
        }
        while (request.NextToken is not null);

        var expected = Organization.Accounts.SelectMany(account => Organization.ResourcesOf(account)).Where(resource => resource.Live.Tags.Keys.All(key => key.StartsWith("aws:", StringComparison.Ordinal))).Select(resource => resource.Live.Arn).ToList();
        Assert.True(pages > 2);
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Select(resource => resource.Arn!).Order(StringComparer.Ordinal));
        Assert.All(found, resource => Assert.Contains(resource.OwningAccountId, Organization.Accounts.Select(account => account.Id)));
    }

    [Fact]
    public async Task Search_WithFilters_FollowsEachOfThem()
    {
        using var client = Client("us-east-1");
        var account = Organization.Accounts[5].Id;
        var all = await ArnsAsync(client, $"accountid:{account}");
        var instances = await ArnsAsync(client, $"accountid:{account} resourcetype:ec2:instance");
        var others = await ArnsAsync(client, $"accountid:{account} -resourcetype:ec2:instance");

        Assert.NotEmpty(instances);
        Assert.All(instances, arn => Assert.Contains(":instance/", arn, StringComparison.Ordinal));
        Assert.Equal(all.Order(), instances.Concat(others).Order());
        Assert.NotEmpty(await ArnsAsync(client, $"accountid:{account} resourcetype:s3:bucket"));
        Assert.Equal(all.Count, (await ArnsAsync(client, $"accountid:{account} tag:none")).Count + (await ArnsAsync(client, $"accountid:{account} -tag:none")).Count);
    }

    [Fact]
    public async Task Search_WithMoreThanAThousandResults_EndsThereAndSaysSo()
    {
        using var client = Client("us-east-1");
        var request = new SearchRequest { QueryString = "", MaxResults = 1000 };

        var page = await client.SearchAsync(request);

        Assert.Equal((1000, false, null), ((int)page.Count!.TotalResources!, page.Count.Complete, page.NextToken));
        Assert.Equal(1000, page.Resources!.Count);
    }

    [Fact]
    public async Task Search_WhereNoViewIs_IsRefused()
    {
        using var elsewhere = Client("eu-west-1");
        using var client = Client("us-east-1");

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => elsewhere.SearchAsync(new SearchRequest { QueryString = "tag:none" }));
        await Assert.ThrowsAsync<UnauthorizedException>(() => client.SearchAsync(new SearchRequest { QueryString = "tag:none", ViewArn = "arn:aws:resource-explorer-2:us-east-1:111122223333:view/other/1" }));
        await Assert.ThrowsAsync<ValidationException>(() => client.SearchAsync(new SearchRequest { QueryString = "payments" }));
        await Assert.ThrowsAsync<ValidationException>(() => client.SearchAsync(new SearchRequest { QueryString = "tag:none", MaxResults = 1001 }));
    }

    private static async Task<List<string>> ArnsAsync(AmazonResourceExplorer2Client client, string query) =>
        [.. (await client.SearchAsync(new SearchRequest { QueryString = query, MaxResults = 1000 })).Resources!.Select(resource => resource.Arn!)];

    private AmazonResourceExplorer2Client Client(string region) => new(MemberKeys.Owner(endpoint.Server), MemberKeys.Config<AmazonResourceExplorer2Config>(endpoint.Server, region));
}
