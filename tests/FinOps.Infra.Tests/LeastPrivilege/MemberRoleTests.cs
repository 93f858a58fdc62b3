using FinOps.LocalAws.Tests.Support;

namespace FinOps.Infra.Tests.LeastPrivilege;

/// <summary>The stack set as the stack registers it, deployed to the member accounts of an AWS that enforces its roles' policies.</summary>
public sealed class MemberRoleTests(DeployedFunctions stack) : IClassFixture<DeployedFunctions>
{
    private const string Inventory = "finops-tag-inventory";

    [Fact]
    public async Task Reader_OfAMemberAccount_IsForTheNamedFunctionWithTheExternalIdAlone()
    {
        var member = (await stack.DeployMembersAsync())[0];
        var reader = $"arn:aws:iam::{member}:role/finops-example-org-reader";
        var externalId = $"finops-example-org-{stack.Server.Organization.Id}";
        using var inventory = SignedCalls.As(stack.Server, stack.Server.AssumeRoleAs("lambda.amazonaws.com", stack.RoleArn(Inventory), Inventory));
        using var other = await FunctionAsync("finops-somebody", reader);

        using var session = await AssumeAsync(inventory, reader, externalId);

        Assert.NotNull((await session.JsonAsync("tagging", "ResourceGroupsTaggingAPI_20170126.GetResources"))["ResourceTagMappingList"]);
        Assert.Equal("AccessDeniedException", await RefusedAsync(() => session.JsonAsync("ce", "AWSInsightsIndexService.ListCostAllocationTags")));
        Assert.Equal("AccessDenied", await RefusedAsync(() => AssumeAsync(inventory, reader, $"{externalId}-2")));
        Assert.Equal("AccessDenied", await RefusedAsync(() => AssumeAsync(other, reader, externalId)));
        // Administrators of the management account are not named either.
        Assert.Equal("AccessDenied", await RefusedAsync(() => AssumeAsync(stack.Owner, reader, externalId)));
        Assert.Equal("AccessDenied", await RefusedAsync(() => AssumeAsync(inventory, reader.Replace("-reader", "-scheduler", StringComparison.Ordinal), externalId)));
    }

    /// <summary>A function's session that its own role lets assume the member's role.</summary>
    private async Task<SignedCalls> FunctionAsync(string name, string memberRole)
    {
        await stack.Owner.QueryAsync("iam", "2010-05-08", "CreateRole", ("RoleName", name), ("AssumeRolePolicyDocument",
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}}"""));
        await stack.SetPolicyAsync(name, "assume", $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Resource":["{{memberRole}}","{{memberRole.Replace("-reader", "-scheduler", StringComparison.Ordinal)}}"]} }""");
        return SignedCalls.As(stack.Server, stack.Server.AssumeRoleAs("lambda.amazonaws.com", stack.RoleArn(name), name));
    }

    private async Task<SignedCalls> AssumeAsync(SignedCalls caller, string role, string externalId) => SignedCalls.As(stack.Server,
        await caller.QueryAsync("sts", "2011-06-15", "AssumeRole", ("RoleArn", role), ("RoleSessionName", "test"), ("ExternalId", externalId)));

    private static async Task<string> RefusedAsync(Func<Task> call) => (await Assert.ThrowsAsync<RefusedException>(call)).Code;
}
