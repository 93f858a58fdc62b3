using Amazon.ResourceGroupsTaggingAPI;
using Amazon.ResourceGroupsTaggingAPI.Model;
using FinOps.Core.Organization.Synthetic;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Tagging;

public sealed class ResourceTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private SyntheticOrganization Organization => endpoint.Server.Organization;

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(13)]
    public async Task GetResources_OfEachRegion_AreWhatTheAccountEverTaggedThere(int index)
    {
        var account = Organization.Accounts[index];
        foreach (var region in new[] { "us-east-1", "eu-west-1", "eu-central-1", "sa-east-1" })
        {
            using var client = await ClientAsync(account, region);
            var found = await AllAsync(client, new GetResourcesRequest { ResourcesPerPage = 7 });

            var expected = Organization.ResourcesOf(account, region).Where(resource => resource.EverTagged && resource.Live.Type != "autoscaling:autoScalingGroup").ToList();
            var resources = found.Where(row => !row.ResourceARN!.Contains(":organizations:", StringComparison.Ordinal)).ToDictionary(row => row.ResourceARN!);
            Assert.Equal(expected.Select(resource => resource.Live.Arn).Order(StringComparer.Ordinal), resources.Keys.Order(StringComparer.Ordinal));
            Assert.All(expected, resource => Assert.Equal(
                resource.Live.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal),
                resources[resource.Live.Arn].Tags!.Select(tag => KeyValuePair.Create(tag.Key!, tag.Value!))));
        }
    }

    [Fact]
    public async Task GetResources_ByTypeAndTag_MayHaveAnEmptyPageBeforeAFullOne()
    {
        var account = Organization.Accounts[5];
        using var client = await ClientAsync(account, Home(account));
        var all = await AllAsync(client, new GetResourcesRequest());
        var last = all.Where(row => row.Tags!.Exists(tag => tag.Key == "Name")).MaxBy(row => row.ResourceARN, StringComparer.Ordinal)!;

        var pages = await PagesAsync(client, new GetResourcesRequest
        {
            ResourcesPerPage = 1,
            TagFilters = [new TagFilter { Key = "Name", Values = [last.Tags!.Single(tag => tag.Key == "Name").Value!] }],
        });

        Assert.Contains(pages.SkipLast(1), page => page.ResourceTagMappingList!.Count == 0 && page.PaginationToken!.Length > 0);
        Assert.Contains(last.ResourceARN, pages.SelectMany(page => page.ResourceTagMappingList!).Select(row => row.ResourceARN));
        Assert.Equal("", pages[^1].PaginationToken);

        var volumes = await AllAsync(client, new GetResourcesRequest { ResourceTypeFilters = ["ec2:volume"] });
        Assert.NotEmpty(volumes);
        Assert.All(volumes, row => Assert.Contains(":volume/", row.ResourceARN, StringComparison.Ordinal));
        var computing = await AllAsync(client, new GetResourcesRequest { ResourceTypeFilters = ["ec2"] });
        Assert.True(computing.Count > volumes.Count && computing.TrueForAll(row => row.ResourceARN!.StartsWith("arn:aws:ec2:", StringComparison.Ordinal)));
        Assert.Equal(["s3"], (await AllAsync(client, new GetResourcesRequest { ResourceTypeFilters = ["s3"] })).Select(row => row.ResourceARN!.Split(':')[2]).Distinct());
    }

    [Fact]
    public async Task GetResources_OfTheManagementAccount_HasTheAccountsToo()
    {
        using var client = await ClientAsync(Organization.ManagementAccount, "us-east-1");

        var accounts = await AllAsync(client, new GetResourcesRequest { ResourceTypeFilters = ["organizations:account"] });

        Assert.Equal(Organization.Accounts.Where(account => account.Tags.Count > 0).Select(account => account.Arn).Order(StringComparer.Ordinal), accounts.Select(row => row.ResourceARN!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task GetResources_ByArn_TakesNoOtherFilter()
    {
        var account = Organization.Accounts[5];
        using var client = await ClientAsync(account, Home(account));
        var arn = (await AllAsync(client, new GetResourcesRequest()))[0].ResourceARN!;

        var found = await client.GetResourcesAsync(new GetResourcesRequest { ResourceARNList = [arn, "arn:aws:ec2:us-east-1:111122223333:instance/i-none"] });

        Assert.Equal(arn, Assert.Single(found.ResourceTagMappingList!).ResourceARN);
        await Assert.ThrowsAsync<InvalidParameterException>(() => client.GetResourcesAsync(new GetResourcesRequest { ResourceARNList = [arn], ResourcesPerPage = 5 }));
        await Assert.ThrowsAsync<InvalidParameterException>(() => client.GetResourcesAsync(new GetResourcesRequest { ResourcesPerPage = 101 }));
        await Assert.ThrowsAsync<InvalidParameterException>(() => client.GetResourcesAsync(new GetResourcesRequest { ExcludeCompliantResources = true }));
        await Assert.ThrowsAsync<PaginationTokenExpiredException>(() => client.GetResourcesAsync(new GetResourcesRequest { PaginationToken = "b3RoZXI=" }));
    }

    [Fact]
    public async Task GetTagKeysAndValues_AreThoseOfTheListedResources()
    {
        var account = Organization.Accounts[6];
        var region = Home(account);
        using var client = await ClientAsync(account, region);
        var tags = (await AllAsync(client, new GetResourcesRequest())).SelectMany(row => row.Tags!).ToList();

        var keys = await client.GetTagKeysAsync(new GetTagKeysRequest());
        var values = await client.GetTagValuesAsync(new GetTagValuesRequest { Key = "Environment" });

        Assert.Equal(tags.Select(tag => tag.Key!).Distinct().Order(StringComparer.Ordinal), keys.TagKeys);
        Assert.Equal(tags.Where(tag => tag.Key == "Environment").Select(tag => tag.Value!).Distinct().Order(StringComparer.Ordinal), values.TagValues);
    }

    [Fact]
    public async Task TagResources_SomeThatAreAndSomeThatAreNot_ChangesTheFirstAndNamesTheOthers()
    {
        var account = Organization.Accounts[9];
        var region = Home(account);
        using var client = await ClientAsync(account, region);
        var untagged = Organization.ResourcesOf(account, region).First(resource => !resource.EverTagged).Live.Arn;
        const string Missing = "arn:aws:ec2:eu-west-1:111122223333:instance/i-none";

        var tagged = await client.TagResourcesAsync(new TagResourcesRequest { ResourceARNList = [untagged, Missing], Tags = new() { ["Team"] = "checkout", ["Notes"] = "now" } });

        var failure = Assert.Single(tagged.FailedResourcesMap!);
        Assert.Equal((Missing, ErrorCode.InvalidParameterException, 400), (failure.Key, failure.Value.ErrorCode!, failure.Value.StatusCode!.Value));
        Assert.Equal([("Notes", "now"), ("Team", "checkout")], await TagsAsync(client, untagged));

        Assert.Empty((await client.UntagResourcesAsync(new UntagResourcesRequest { ResourceARNList = [untagged], TagKeys = ["Notes", "Team"] })).FailedResourcesMap!);
        // It had tags once, so it is listed from now on.
        Assert.Empty(await TagsAsync(client, untagged));
        await Assert.ThrowsAsync<InvalidParameterException>(() => client.UntagResourcesAsync(new UntagResourcesRequest { ResourceARNList = [untagged], TagKeys = ["aws:autoscaling:groupName"] }));
        await Assert.ThrowsAsync<InvalidParameterException>(() => client.TagResourcesAsync(new TagResourcesRequest { ResourceARNList = [.. Enumerable.Repeat(untagged, 21)], Tags = new() { ["a"] = "b" } }));
    }

    [Fact]
    public async Task TagResources_OnToMoreThanFiftyTags_FailsForThatResource()
    {
        var full = Organization.Accounts.SelectMany(account => Organization.ResourcesOf(account)).First(resource => resource.Live.Tags.Count == 50).Live;
        using var client = await ClientAsync(Organization.FindAccount(full.AccountId)!, full.Region);

        var answer = await client.TagResourcesAsync(new TagResourcesRequest { ResourceARNList = [full.Arn], Tags = new() { ["one-more"] = "" } });

        Assert.Contains("50 tags", answer.FailedResourcesMap![full.Arn].ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(50, (await TagsAsync(client, full.Arn)).Count);
    }

    private static async Task<List<(string Key, string Value)>> TagsAsync(AmazonResourceGroupsTaggingAPIClient client, string arn) =>
        [.. (await client.GetResourcesAsync(new GetResourcesRequest { ResourceARNList = [arn] })).ResourceTagMappingList!.Single().Tags!.Select(tag => (tag.Key!, tag.Value!))];

    private static async Task<List<ResourceTagMapping>> AllAsync(AmazonResourceGroupsTaggingAPIClient client, GetResourcesRequest request) =>
        [.. (await PagesAsync(client, request)).SelectMany(page => page.ResourceTagMappingList!)];

    private static async Task<List<GetResourcesResponse>> PagesAsync(AmazonResourceGroupsTaggingAPIClient client, GetResourcesRequest request)
    {
        var pages = new List<GetResourcesResponse>();
        do
        {
            pages.Add(await client.GetResourcesAsync(request));
            request.PaginationToken = pages[^1].PaginationToken;
        }
        while (!string.IsNullOrEmpty(request.PaginationToken));
        return pages;
    }

    private string Home(SyntheticAccount account) => Organization.ResourcesOf(account).First().Live.Region;

    private async Task<AmazonResourceGroupsTaggingAPIClient> ClientAsync(SyntheticAccount account, string region) => new(
        await MemberKeys.OfAsync(endpoint.Server, account.Id), MemberKeys.Config<AmazonResourceGroupsTaggingAPIConfig>(endpoint.Server, region));
}
