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

    [Fact]
    public async Task PolicyFunctions_TellWhatStandsOnATarget()
    {
        var provider = aws.Provider();
        var policy = new ProviderDriver(provider, "aws:organizations/policy:Policy", "standing");
        await policy.CreateAsync(("name", "standing"), ("type", "TAG_POLICY"), ("content", Content), ("description", "stands"));
        var organization = (await provider.InvokeAsync("aws:organizations/getOrganization:getOrganization", PropertyMap.Empty, default)).Return;
        var root = ((ObjectValue)((ListValue)organization["roots"]).Items[0]).Map.Text("id")!;
        var attachment = new ProviderDriver(provider, "aws:organizations/policyAttachment:PolicyAttachment", "standing-on-root");
        await attachment.CreateAsync(("policyId", policy.Id), ("targetId", root));

        var onRoot = (await provider.InvokeAsync("aws:organizations/getPoliciesForTarget:getPoliciesForTarget", PropertyMap.Of(("targetId", root), ("filter", "TAG_POLICY")), default)).Return;
        var controls = (await provider.InvokeAsync("aws:organizations/getPoliciesForTarget:getPoliciesForTarget", PropertyMap.Of(("targetId", root), ("filter", "SERVICE_CONTROL_POLICY")), default)).Return;
        var all = (await provider.InvokeAsync("aws:organizations/getPolicies:getPolicies", PropertyMap.Of(("filter", "TAG_POLICY")), default)).Return;
        var told = (await provider.InvokeAsync("aws:organizations/getPolicy:getPolicy", PropertyMap.Of(("policyId", policy.Id)), default)).Return;

        Assert.Contains(policy.Id, Texts(onRoot["ids"]));
        Assert.Equal(["p-FullAWSAccess"], Texts(controls["ids"]));
        Assert.Contains(policy.Id, Texts(all["ids"]));
        Assert.Equal(("standing", "TAG_POLICY", Content, "stands"), (told.Text("name"), told.Text("type"), told.Text("content"), told.Text("description")));
        await attachment.DeleteAsync();
        await policy.DeleteAsync();
    }

    [Fact]
    public async Task ConfigRule_WholeLife_ReadsBackWhatWasDeclared()
    {
        var rule = new ProviderDriver(aws.Provider(), "aws:cfg/organizationManagedRule:OrganizationManagedRule", "rule");
        const string Parameters = """{"tag1Key":"Team"}""";
        var created = await rule.CreateAsync(("name", "required"), ("ruleIdentifier", "REQUIRED_TAGS"), ("inputParameters", Parameters),
            ("resourceTypesScopes", PropertyValue.Of([PropertyValue.Of("AWS::S3::Bucket")])), ("excludedAccounts", PropertyValue.Of([PropertyValue.Of("111122223333")])));
        Assert.Equal("required", rule.Id);
        Assert.EndsWith("/required", created.Text("arn"), StringComparison.Ordinal);

        var read = (await rule.ReadAsync())!.Outputs;
        Assert.Equal((Parameters, "REQUIRED_TAGS"), (read.Text("inputParameters"), read.Text("ruleIdentifier")));
        Assert.Equal(["AWS::S3::Bucket"], Texts(read["resourceTypesScopes"]));
        Assert.Equal(["111122223333"], Texts(read["excludedAccounts"]));

        await rule.DeleteAsync();
        await rule.DeleteAsync();
        Assert.Null(await rule.ReadAsync());
    }

    private static IEnumerable<string> Texts(PropertyValue list) => ((ListValue)list).Items.Select(item => ((StringValue)item).Value);
}
