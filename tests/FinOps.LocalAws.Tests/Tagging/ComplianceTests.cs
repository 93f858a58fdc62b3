using System.Text.Json.Nodes;
using Amazon.ResourceGroupsTaggingAPI;
using Amazon.ResourceGroupsTaggingAPI.Model;
using FinOps.Core.Organization.Synthetic;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Tagging;

public sealed class ComplianceTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private const string Policy = """{"tags":{"environment":{"tag_key":{"@@assign":"Environment"},"tag_value":{"@@assign":["prod","staging","dev","sandbox"]}},"owner":{"tag_key":{"@@assign":"Owner"},"report_required_tag_for":{"@@assign":["ec2:ALL_SUPPORTED"]}},"team":{"tag_key":{"@@assign":"Team"}}}}""";

    private SyntheticOrganization Organization => endpoint.Server.Organization;

    [Fact]
    public async Task Compliance_UnderAPolicyOfTheRoot_IsWhatThePolicySaysAboutEachResource()
    {
        var account = Organization.Accounts[6];
        await using var own = new OwnEndpoint();
        await own.StartAsync();
        await AttachAsync(own.Calls, Policy, Organization.RootId);
        var listed = Organization.ResourcesOf(account).Where(resource => resource.EverTagged && resource.Live.Type != "autoscaling:autoScalingGroup").ToList();

        var judged = new List<ResourceTagMapping>();
        foreach (var region in listed.Select(resource => resource.ListedIn).Distinct())
        {
            using var client = new AmazonResourceGroupsTaggingAPIClient(await MemberKeys.OfAsync(own.Server, account.Id), MemberKeys.Config<AmazonResourceGroupsTaggingAPIConfig>(own.Server, region));
            judged.AddRange((await client.GetResourcesAsync(new GetResourcesRequest { ResourcesPerPage = 100, IncludeComplianceDetails = true })).ResourceTagMappingList!);
            var failing = await client.GetResourcesAsync(new GetResourcesRequest { ResourcesPerPage = 100, IncludeComplianceDetails = true, ExcludeCompliantResources = true });
            Assert.All(failing.ResourceTagMappingList!, row => Assert.False(row.ComplianceDetails!.ComplianceStatus));
        }

        Assert.Equal(listed.Count, judged.Count);
        foreach (var (resource, details) in listed.Join(judged, resource => resource.Live.Arn, row => row.ResourceARN, (resource, row) => (resource.Live, row.ComplianceDetails!)))
        {
            Assert.Equal(resource.Tags.ContainsKey("team") ? ["team"] : [], details.NoncompliantKeys!.Where(key => key == "team"));
            Assert.Equal(resource.Tags.TryGetValue("Environment", out var value) && char.IsAsciiLetterUpper(value[0]) ? ["Environment"] : [], details.KeysWithNoncompliantValues!);
            Assert.Equal(resource.Type.StartsWith("ec2:", StringComparison.Ordinal) && !resource.Tags.ContainsKey("Owner") ? ["Owner"] : [], details.MissingTagKeys!);
            Assert.Equal(details.NoncompliantKeys!.Count + details.KeysWithNoncompliantValues!.Count + details.MissingTagKeys!.Count == 0, details.ComplianceStatus);
        }

        using var payer = new AmazonResourceGroupsTaggingAPIClient(MemberKeys.Owner(own.Server), MemberKeys.Config<AmazonResourceGroupsTaggingAPIConfig>(own.Server, "us-east-1"));
        var summary = await payer.GetComplianceSummaryAsync(new GetComplianceSummaryRequest { TargetIdFilters = [account.Id], GroupBy = ["TARGET_ID", "RESOURCE_TYPE"] });
        Assert.All(summary.SummaryList!, row => Assert.Equal((account.Id, TargetIdType.ACCOUNT), (row.TargetId, row.TargetIdType)));
        Assert.Equal(judged.Count(row => row.ComplianceDetails!.ComplianceStatus == false), summary.SummaryList!.Sum(row => row.NonCompliantResources));
        var total = await payer.GetComplianceSummaryAsync(new GetComplianceSummaryRequest());
        Assert.True(Assert.Single(total.SummaryList!).NonCompliantResources > judged.Count);
    }

    [Fact]
    public async Task Compliance_WithoutAPolicy_FindsNothing()
    {
        using var payer = new AmazonResourceGroupsTaggingAPIClient(MemberKeys.Owner(endpoint.Server), MemberKeys.Config<AmazonResourceGroupsTaggingAPIConfig>(endpoint.Server, "us-east-1"));

        Assert.Empty((await payer.GetComplianceSummaryAsync(new GetComplianceSummaryRequest())).SummaryList!);
        var page = await payer.GetResourcesAsync(new GetResourcesRequest { IncludeComplianceDetails = true });
        Assert.All(page.ResourceTagMappingList!, row => Assert.True(row.ComplianceDetails!.ComplianceStatus));
    }

    [Fact]
    public async Task GetComplianceSummary_OfAMemberOrAnotherRegion_IsRefused()
    {
        using var member = new AmazonResourceGroupsTaggingAPIClient(await MemberKeys.OfAsync(endpoint.Server, Organization.Accounts[6].Id), MemberKeys.Config<AmazonResourceGroupsTaggingAPIConfig>(endpoint.Server, "us-east-1"));
        using var elsewhere = new AmazonResourceGroupsTaggingAPIClient(MemberKeys.Owner(endpoint.Server), MemberKeys.Config<AmazonResourceGroupsTaggingAPIConfig>(endpoint.Server, "eu-west-1"));

        await Assert.ThrowsAsync<ConstraintViolationException>(() => member.GetComplianceSummaryAsync(new GetComplianceSummaryRequest()));
        await Assert.ThrowsAsync<AmazonResourceGroupsTaggingAPIException>(() => elsewhere.GetComplianceSummaryAsync(new GetComplianceSummaryRequest()));
    }

    private static async Task AttachAsync(SignedCalls calls, string content, string target)
    {
        var policy = await calls.JsonAsync("organizations", "AWSOrganizationsV20161128.CreatePolicy", new JsonObject { ["Name"] = "tags", ["Type"] = "TAG_POLICY", ["Content"] = content, ["Description"] = "" });
        await calls.JsonAsync("organizations", "AWSOrganizationsV20161128.AttachPolicy", new JsonObject { ["PolicyId"] = (string)policy["Policy"]!["PolicySummary"]!["Id"]!, ["TargetId"] = target });
    }

    /// <summary>The policies of one test are none of the others' business.</summary>
    private sealed class OwnEndpoint : IAsyncDisposable
    {
        private readonly EndpointFixture _fixture = new();

        public LocalAwsServer Server => _fixture.Server;

        public SignedCalls Calls => _fixture.Calls;

        public Task StartAsync() => _fixture.InitializeAsync();

        public async ValueTask DisposeAsync() => await _fixture.DisposeAsync();
    }
}
