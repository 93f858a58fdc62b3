using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

public sealed class OrganizationResourceTests(AwsFixture aws) : IClassFixture<AwsFixture>
{
    private const string Content = """{"tags":{"team":{"tag_key":{"@@assign":"Team"}}}}""";

    [Fact]
    public async Task PolicyAndAttachment_WholeLife_AreAppliedAndNotDoubled()
    {
        var provider = aws.Provider(("defaultTags", """{"tags":{"Owner":"finops"}}"""));
        var policy = new ProviderDriver(provider, "aws:organizations/policy:Policy", "tags");
        var created = await policy.CreateAsync(("name", "finops-tags"), ("type", "TAG_POLICY"), ("content", Content));
        var again = policy.Forgetting();
        await again.CreateAsync(("name", "finops-tags"), ("type", "TAG_POLICY"), ("content", Content), ("description", "second"));
        Assert.StartsWith("p-", policy.Id, StringComparison.Ordinal);
        Assert.Equal(policy.Id, again.Id);
        Assert.Contains(policy.Id, created.Text("arn"), StringComparison.Ordinal);

        var organization = (await provider.InvokeAsync("aws:organizations/getOrganization:getOrganization", PropertyMap.Empty, default)).Return;
        var root = ((ObjectValue)((ListValue)organization["roots"]).Items[0]).Map.Text("id")!;
        var attachment = new ProviderDriver(provider, "aws:organizations/policyAttachment:PolicyAttachment", "root");
        await attachment.CreateAsync(("policyId", policy.Id), ("targetId", root));
        await attachment.Forgetting().CreateAsync(("policyId", policy.Id), ("targetId", root));
        Assert.Equal($"{root}:{policy.Id}", attachment.Id);
        Assert.NotNull(await attachment.ReadAsync());

        await attachment.DeleteAsync();
        await policy.DeleteAsync();
        await policy.DeleteAsync();
        Assert.Null(await policy.ReadAsync());
    }
}
