using FinOps.LocalEngine.Problems;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

public sealed class FunctionTests(AwsFixture aws) : IClassFixture<AwsFixture>
{
    [Fact]
    public async Task GetCallerIdentity_Always_IsTheManagementAccount() =>
        Assert.Equal(aws.AccountId, (await CallAsync("aws:index/getCallerIdentity:getCallerIdentity")).Text("accountId"));

    [Fact]
    public async Task GetOrganization_ManyAccounts_HasThemAll()
    {
        var organization = await CallAsync("aws:organizations/getOrganization:getOrganization");

        Assert.Equal(12, ((ListValue)organization["accounts"]).Items.Length);
        Assert.Equal(11, ((ListValue)organization["nonMasterAccounts"]).Items.Length);
        Assert.Equal(aws.AccountId, organization.Text("masterAccountId"));
        Assert.StartsWith("r-", ((ObjectValue)((ListValue)organization["roots"]).Items[0]).Map.Text("id"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DescendantAccounts_OfTheRoot_AreAllAccounts()
    {
        var organization = await CallAsync("aws:organizations/getOrganization:getOrganization");
        var root = ((ObjectValue)((ListValue)organization["roots"]).Items[0]).Map.Text("id")!;

        var units = await CallAsync("aws:organizations/getOrganizationalUnits:getOrganizationalUnits", ("parentId", root));
        var below = await CallAsync("aws:organizations/getOrganizationalUnitDescendantAccounts:getOrganizationalUnitDescendantAccounts", ("parentId", root));

        Assert.NotEmpty(((ListValue)units["children"]).Items);
        Assert.Equal(12, ((ListValue)below["accounts"]).Items.Length);
    }

    [Fact]
    public async Task ChildAccounts_OfTheRootAndItsUnits_AreAllAccounts()
    {
        var organization = await CallAsync("aws:organizations/getOrganization:getOrganization");
        var open = new Queue<string>([((ObjectValue)((ListValue)organization["roots"]).Items[0]).Map.Text("id")!]);
        var accounts = 0;
        while (open.TryDequeue(out var parent))
        {
            var children = await CallAsync("aws:organizations/getOrganizationalUnitChildAccounts:getOrganizationalUnitChildAccounts", ("parentId", parent));
            accounts += ((ListValue)children["accounts"]).Items.Length;
            var units = await CallAsync("aws:organizations/getOrganizationalUnits:getOrganizationalUnits", ("parentId", parent));
            foreach (var unit in ((ListValue)units["children"]).Items)
                open.Enqueue(((ObjectValue)unit).Map.Text("id")!);
        }

        Assert.Equal(12, accounts);
    }

    [Fact]
    public async Task GetResources_OfAccounts_HasTheTagsOfEach()
    {
        var types = PropertyValue.Of([PropertyValue.Of("organizations:account")]);

        var found = await CallAsync("aws:resourcegroupstaggingapi/getResources:getResources", ("resourceTypeFilters", types), ("region", "us-east-1"));

        var resources = ((ListValue)found["resourceTagMappingLists"]).Items.Select(resource => ((ObjectValue)resource).Map).ToList();
        Assert.NotEmpty(resources);
        Assert.All(resources, resource => Assert.Contains(":account/", resource.Text("resourceArn")!, StringComparison.Ordinal));
        Assert.All(resources, resource => Assert.NotEmpty(((ObjectValue)resource["tags"]).Map));
    }

    [Fact]
    public async Task GetRegion_OfTheProvider_HasItsDescription() =>
        Assert.Equal("US East (N. Virginia)", (await CallAsync("aws:index/getRegion:getRegion")).Text("description"));

    [Fact]
    public async Task Invoke_WrongArgument_IsAFailure()
    {
        var result = await aws.Provider().InvokeAsync("aws:organizations/getOrganizationalUnits:getOrganizationalUnits", PropertyMap.Of(("parent", "r-1")), default);

        Assert.Equal(["parent", "parentId"], result.Failures.Select(failure => failure.Property).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Invoke_FunctionWithoutAnswer_IsFIN3065()
    {
        var failure = await Assert.ThrowsAsync<EngineException>(() => CallAsync("aws:index/getAvailabilityZones:getAvailabilityZones"));

        Assert.Equal("FIN3065", Assert.Single(failure.Problems).Id);
    }

    private async Task<PropertyMap> CallAsync(string token, params (string Key, PropertyValue Value)[] arguments)
    {
        var result = await aws.Provider().InvokeAsync(token, PropertyMap.Of(arguments), default);
        Assert.Empty(result.Failures);
        return result.Return;
    }
}
