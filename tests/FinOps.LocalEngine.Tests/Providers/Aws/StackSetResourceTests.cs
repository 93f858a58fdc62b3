using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

public sealed class StackSetResourceTests(AwsFixture aws) : IClassFixture<AwsFixture>
{
    private const string Template = """{"Resources":{"Reader":{"Type":"AWS::IAM::Role","Properties":{"RoleName":"provider-reader","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}}}}}}""";

    [Fact]
    public async Task StackSetWithInstances_WholeLife_IsAppliedAndNotDoubled()
    {
        var provider = aws.Provider();
        var unit = aws.Server.Organization.Accounts.First(account => account.ParentId != aws.Server.Organization.RootId).ParentId;
        var set = new ProviderDriver(provider, "aws:cloudformation/stackSet:StackSet", "members");
        var inputs = new (string, PropertyValue)[]
        {
            ("name", "provider-members"), ("permissionModel", "SERVICE_MANAGED"), ("templateBody", Template), ("description", "Roles."),
            ("autoDeployment", PropertyMap.Of(("enabled", true), ("retainStacksOnAccountRemoval", false))),
            ("capabilities", PropertyValue.Of([PropertyValue.Of("CAPABILITY_NAMED_IAM")])),
        };
        var created = await set.CreateAsync(inputs);
        await set.Forgetting().CreateAsync(inputs);
        Assert.Equal("provider-members", set.Id);
        Assert.StartsWith("provider-members:", created.Text("stackSetId"), StringComparison.Ordinal);

        var instances = new ProviderDriver(provider, "aws:cloudformation/stackSetInstance:StackSetInstance", "members");
        var deployed = await instances.CreateAsync(("stackSetName", "provider-members"), ("stackSetInstanceRegion", "us-east-1"),
            ("deploymentTargets", PropertyMap.Of(("organizationalUnitIds", PropertyValue.Of([PropertyValue.Of(unit)])))));
        Assert.Equal($"provider-members,{unit},us-east-1", instances.Id);
        Assert.NotEmpty(((ListValue)deployed["stackInstanceSummaries"]).Items);
        Assert.Empty(await set.RefreshAsync());
        Assert.Empty(await instances.RefreshAsync());

        await instances.DeleteAsync();
        Assert.Null(await instances.ReadAsync());
        await set.DeleteAsync();
        await set.DeleteAsync();
        Assert.Null(await set.ReadAsync());
    }
}
