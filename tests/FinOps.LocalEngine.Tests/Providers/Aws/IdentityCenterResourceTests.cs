using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Tests.Providers.Aws;

public sealed class IdentityCenterResourceTests(AwsFixture aws) : IClassFixture<AwsFixture>
{
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ce:Get*","Resource":"*"}]}""";

    [Fact]
    public async Task PermissionSet_WithPolicyAndAssignment_WholeLife()
    {
        var provider = aws.Provider();
        var found = await provider.InvokeAsync("aws:ssoadmin/getInstances:getInstances", PropertyMap.Empty, default);
        var instance = ((StringValue)((ListValue)found.Return["arns"]).Items[0]).Value;
        var set = new ProviderDriver(provider, "aws:ssoadmin/permissionSet:PermissionSet", "readers");
        (string, PropertyValue)[] Inputs(string duration) => [("instanceArn", instance), ("name", "provider-readers"), ("sessionDuration", duration), ("tags", PropertyMap.Of(("Team", "finops")))];
        var created = await set.CreateAsync(Inputs("PT4H"));
        await set.Forgetting().CreateAsync(Inputs("PT8H"));
        Assert.Equal($"{created.Text("arn")},{instance}", set.Id);

        var policy = new ProviderDriver(provider, "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", "readers");
        await policy.CreateAsync(("instanceArn", instance), ("permissionSetArn", created.Text("arn")!), ("inlinePolicy", Policy));
        var assignment = new ProviderDriver(provider, "aws:ssoadmin/accountAssignment:AccountAssignment", "readers");
        await assignment.CreateAsync(
            ("instanceArn", instance), ("permissionSetArn", created.Text("arn")!), ("principalType", "GROUP"), ("principalId", "90676f1a-1041-70b5-6b0c-2b1f8a3c4d5e"),
            ("targetType", "AWS_ACCOUNT"), ("targetId", aws.AccountId));
        Assert.NotNull(await assignment.ReadAsync());
        Assert.Empty(await policy.RefreshAsync());

        await assignment.DeleteAsync();
        await assignment.DeleteAsync();
        Assert.Null(await assignment.ReadAsync());
        await policy.DeleteAsync();
        Assert.Null(await policy.ReadAsync());
        await set.DeleteAsync();
        await set.DeleteAsync();
        Assert.Null(await set.ReadAsync());
    }
}
