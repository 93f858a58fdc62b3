using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using FinOps.Core.Problems;
using FinOps.Core.TagPolicies;
using FinOps.Functions.Organizations;
using FinOps.Functions.Tests.LocalAws;
using Moq;

namespace FinOps.Functions.Tests.Organizations;

public sealed class PolicyReaderTests(LocalAwsFixture aws) : IClassFixture<LocalAwsFixture>
{
    private const string Account = "111122223333";

    [Fact]
    public async Task ReadAsync_PagesAndEmptyPages_AreReadToTheLastToken()
    {
        var client = Organization();
        using var reader = new PolicyReader(client.Object, "test");

        var organization = await reader.ReadAsync(CancellationToken.None);

        Assert.Equal(["r-root", "ou-1", "ou-2", Account], organization.Targets.Select(target => target.Id));
        Assert.Equal("p-1,p-2", string.Join(',', organization.Targets[0].PolicyIds));
        Assert.Equal("""{"tags":{"team":{"tag_key":"team","tag_value":["a","b"]}}}""", organization.EffectiveFor(Account).ToJson());
        client.Verify(each => each.DescribePolicyAsync(It.IsAny<DescribePolicyRequest>(), It.IsAny<CancellationToken>()), Times.Exactly(2));
    }

    [Theory]
    [InlineData("AccessDeniedException", "FIN5002", "organizations:ListPoliciesForTarget")]
    [InlineData("TooManyRequestsException", "FIN5004", "organizations:ListPoliciesForTarget")]
    public async Task ReadAsync_Refused_SaysWhatIsMissing(string code, string id, string what)
    {
        var client = Organization();
        client.Setup(each => each.ListPoliciesForTargetAsync(It.IsAny<ListPoliciesForTargetRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonOrganizationsException(code, null, ErrorType.Sender, code, "r", System.Net.HttpStatusCode.BadRequest));
        using var reader = new PolicyReader(client.Object, "test");

        var problem = Assert.Single((await Assert.ThrowsAsync<ProblemException>(() => reader.ReadAsync(CancellationToken.None))).Problems);

        Assert.Equal((id, what), (problem.Id, problem.Path));
    }

    [Fact]
    public async Task EffectiveAsync_NoEffectivePolicy_IsNull()
    {
        var client = Organization();
        client.Setup(each => each.DescribeEffectivePolicyAsync(It.IsAny<DescribeEffectivePolicyRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new EffectivePolicyNotFoundException("none"));
        using var reader = new PolicyReader(client.Object, "test");

        Assert.Null(await reader.EffectiveAsync(Account, CancellationToken.None));
    }

    [Fact]
    public void Differences_AreToldFromBothSides()
    {
        var ours = EffectivePolicyText.Parse("""{"tags":{"team":{"tag_key":"Team","tag_value":["a","b"],"report_required_tag_for":["s3:bucket"]}}}""", "test");
        var theirs = EffectivePolicyText.Parse("""{"tags":{"team":{"tag_key":"Team","tag_value":["c","b"]}}}""", "test");

        Assert.Equal(["only here: team report_required_tag_for \"s3:bucket\"", "only here: team tag_value \"a\"", "only in Organizations: team tag_value \"c\""], PolicyReader.Differences(ours, theirs));
        Assert.Empty(PolicyReader.Differences(ours, ours));
        Assert.Equal(4, PolicyReader.Differences(ours, null).Count);
    }

    [SkippableFact]
    public async Task ReadAsync_EmbeddedAws_SaysTheSameAsDescribeEffectivePolicy()
    {
        Skip.IfNot(AwsCommand.IsInstalled, "the aws CLI is not installed");
        var account = aws.Server.Organization.Accounts[3].Id;
        await AttachAsync("root", aws.Server.Organization.RootId, """{"tags":{"Team":{"tag_key":{"@@assign":"Team"},"tag_value":{"@@assign":["a","b"],"@@operators_allowed_for_child_policies":["@@append"]}}}}""");
        await AttachAsync("own", account, """{"tags":{"team":{"tag_value":{"@@append":["c"],"@@remove":["a"]},"enforced_for":{"@@assign":["s3:bucket"]}}}}""");
        using var reader = PolicyReader.Create(aws.Connection());

        var organization = await reader.ReadAsync(CancellationToken.None);
        var ours = organization.EffectiveFor(account);

        Assert.Equal("""{"tags":{"team":{"tag_key":"Team","tag_value":["a","b","c"],"enforced_for":["s3:bucket"]}}}""", ours.ToJson());
        Assert.Empty(PolicyReader.Differences(ours, await reader.EffectiveAsync(account, CancellationToken.None)));
        Assert.Equal(1 + aws.Server.Organization.OrganizationalUnits.Count + aws.Server.Organization.Accounts.Count, organization.Targets.Length);
    }

    private async Task AttachAsync(string name, string target, string content)
    {
        var id = (await AwsCommand.RunAsync(aws.Server, "organizations", "create-policy", "--type", "TAG_POLICY", "--name", name, "--description", "", "--content", content, "--query", "Policy.PolicySummary.Id")).Trim().Trim('"');
        await AwsCommand.RunAsync(aws.Server, "organizations", "attach-policy", "--policy-id", id, "--target-id", target);
    }

    private static Mock<IAmazonOrganizations> Organization()
    {
        var client = new Mock<IAmazonOrganizations>();
        client.Setup(each => each.ListRootsAsync(It.IsAny<ListRootsRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((ListRootsRequest request, CancellationToken _) => request.NextToken is null
                ? new ListRootsResponse { NextToken = "more" }
                : new ListRootsResponse { Roots = [new Root { Id = "r-root", Name = "Root" }] });
        client.Setup(each => each.ListOrganizationalUnitsForParentAsync(It.IsAny<ListOrganizationalUnitsForParentRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((ListOrganizationalUnitsForParentRequest request, CancellationToken _) => (request.ParentId, request.NextToken) switch
            {
                ("r-root", null) => new() { OrganizationalUnits = [new() { Id = "ou-1", Name = "One" }], NextToken = "2" },
                ("r-root", "2") => new() { OrganizationalUnits = [], NextToken = "3" },
                ("r-root", "3") => new() { OrganizationalUnits = [new() { Id = "ou-2", Name = "Two" }], NextToken = "" },
                _ => new(),
            });
        client.Setup(each => each.ListAccountsForParentAsync(It.IsAny<ListAccountsForParentRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((ListAccountsForParentRequest request, CancellationToken _) => request.ParentId == "ou-2" ? new() { Accounts = [new() { Id = Account, Name = "shop" }] } : new());
        client.Setup(each => each.ListPoliciesForTargetAsync(It.IsAny<ListPoliciesForTargetRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((ListPoliciesForTargetRequest request, CancellationToken _) => (request.TargetId, request.NextToken) switch
            {
                ("r-root", null) => new() { Policies = [new() { Id = "p-1", Name = "one" }], NextToken = "2" },
                ("r-root", _) => new() { Policies = [new() { Id = "p-2", Name = "two" }] },
                (Account, _) => new() { Policies = [new() { Id = "p-2", Name = "two" }] },
                _ => new(),
            });
        client.Setup(each => each.DescribePolicyAsync(It.IsAny<DescribePolicyRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((DescribePolicyRequest request, CancellationToken _) => new()
            {
                Policy = new() { Content = request.PolicyId == "p-1" ? """{"tags":{"Team":{"tag_value":{"@@assign":["a"]}}}}""" : """{"tags":{"team":{"tag_value":{"@@append":["b"]}}}}""" },
            });
        return client;
    }
}
