using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Organizations;

public sealed class PolicyTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private const string TagPolicy = """{"tags":{"team":{"tag_key":{"@@assign":"Team"},"tag_value":{"@@assign":["A","B"]}}}}""";
    private const string ControlPolicy = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""";

    private string Root => endpoint.Server.Organization.RootId;

    [Fact]
    public async Task Policy_CreatedAttachedDetachedDeleted_FollowsAwsRules()
    {
        var id = await CreateAsync("life", "TAG_POLICY", TagPolicy);
        await CallAsync("AttachPolicy", Attachment(id, Root));

        Assert.Equal("DuplicatePolicyAttachmentException", (await RefusedAsync("AttachPolicy", Attachment(id, Root))).Code);
        Assert.Equal("PolicyInUseException", (await RefusedAsync("DeletePolicy", new JsonObject { ["PolicyId"] = id })).Code);
        var targets = (await CallAsync("ListTargetsForPolicy", new JsonObject { ["PolicyId"] = id }))["Targets"]!.AsArray();
        Assert.Equal("ROOT", (string?)Assert.Single(targets)!["Type"]);

        await CallAsync("DetachPolicy", Attachment(id, Root));
        await CallAsync("DeletePolicy", new JsonObject { ["PolicyId"] = id });
        Assert.Equal("PolicyNotFoundException", (await RefusedAsync("DescribePolicy", new JsonObject { ["PolicyId"] = id })).Code);
    }

    [Theory]
    [InlineData("TAG_POLICY", """{"tag":{}}""", "MalformedPolicyDocumentException")]
    [InlineData("TAG_POLICY", """{"tags":{"team":{"tag_value":{"@@assign":"A"}}}}""", "MalformedPolicyDocumentException")]
    [InlineData("TAG_POLICY", """{"tags":{"team":{},"Team":{}}}""", "MalformedPolicyDocumentException")]
    [InlineData("TAG_POLICY", "{", "MalformedPolicyDocumentException")]
    [InlineData("SERVICE_CONTROL_POLICY", """{"Statement":[]}""", "MalformedPolicyDocumentException")]
    [InlineData("SERVICE_CONTROL_POLICY", """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]}""", "MalformedPolicyDocumentException")]
    [InlineData("SERVICE_CONTROL_POLICY", """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*"}]}""", "MalformedPolicyDocumentException")]
    [InlineData("SERVICE_CONTROL_POLICY", """{"Version":"2012-10-17","Statement":[{"Sid":"a-b","Effect":"Deny","Action":"*","Resource":"*"}]}""", "MalformedPolicyDocumentException")]
    [InlineData("BACKUP_POLICY", "{}", "PolicyTypeNotAvailableForOrganizationException")]
    public async Task CreatePolicy_BadDocument_IsRefused(string type, string content, string code) =>
        Assert.Equal(code, (await RefusedAsync("CreatePolicy", Policy($"bad-{content.Length}", type, content))).Code);

    [Theory]
    [InlineData("TAG_POLICY", 10_000)]
    [InlineData("SERVICE_CONTROL_POLICY", 5_120)]
    public async Task CreatePolicy_AtAndOverTheSizeLimit_IsTakenAndRefused(string type, int limit)
    {
        var content = (type == "TAG_POLICY" ? TagPolicy : ControlPolicy).PadRight(limit);
        await CreateAsync($"fits-{type}", type, content);

        var refused = await RefusedAsync("CreatePolicy", Policy($"too-long-{type}", type, content + " "));

        Assert.Equal("ConstraintViolationException", refused.Code);
        Assert.Equal("POLICY_CONTENT_LIMIT_EXCEEDED", (string?)refused.Body["Reason"]);
    }

    [Fact]
    public async Task AttachPolicy_SixthControlPolicy_IsOverTheLimit()
    {
        var account = endpoint.Server.Organization.Accounts[3].Id;
        // FullAWSAccess is the first of the five.
        for (var number = 0; number < 4; number++)
            await CallAsync("AttachPolicy", Attachment(await CreateAsync($"scp-{number}", "SERVICE_CONTROL_POLICY", ControlPolicy), account));

        var refused = await RefusedAsync("AttachPolicy", Attachment(await CreateAsync("scp-5", "SERVICE_CONTROL_POLICY", ControlPolicy), account));

        Assert.Equal("MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", (string?)refused.Body["Reason"]);
    }

    [Fact]
    public async Task DetachPolicy_LastControlPolicy_IsKept()
    {
        var refused = await RefusedAsync("DetachPolicy", Attachment("p-FullAWSAccess", endpoint.Server.Organization.Accounts[4].Id));

        Assert.Equal("MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", (string?)refused.Body["Reason"]);
    }

    [Fact]
    public async Task CreatePolicy_NameTaken_IsADuplicate()
    {
        await CreateAsync("same", "TAG_POLICY", TagPolicy);

        Assert.Equal("DuplicatePolicyException", (await RefusedAsync("CreatePolicy", Policy("same", "TAG_POLICY", TagPolicy))).Code);
    }

    [Fact]
    public async Task TagResource_OnAnAccount_AddsToTheTagsItHad()
    {
        var account = endpoint.Server.Organization.Accounts.First(each => each.Tags.Count > 0);
        await CallAsync("TagResource", new JsonObject { ["ResourceId"] = account.Id, ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Extra", ["Value"] = "1" }) });

        var tags = (await CallAsync("ListTagsForResource", new JsonObject { ["ResourceId"] = account.Id }))["Tags"]!.AsArray().ToDictionary(tag => (string)tag!["Key"]!, tag => (string?)tag!["Value"]);

        Assert.Equal("1", tags["Extra"]);
        Assert.All(account.Tags, tag => Assert.Equal(tag.Value, tags[tag.Key]));
    }

    private static JsonObject Attachment(string policy, string target) => new() { ["PolicyId"] = policy, ["TargetId"] = target };

    private static JsonObject Policy(string name, string type, string content) =>
        new() { ["Name"] = name, ["Type"] = type, ["Content"] = content, ["Description"] = "" };

    private async Task<string> CreateAsync(string name, string type, string content) =>
        (string)(await CallAsync("CreatePolicy", Policy(name, type, content)))["Policy"]!["PolicySummary"]!["Id"]!;

    private Task<JsonObject> CallAsync(string operation, JsonObject input) =>
        endpoint.Calls.JsonAsync("organizations", $"AWSOrganizationsV20161128.{operation}", input);

    private Task<RefusedException> RefusedAsync(string operation, JsonObject input) => Assert.ThrowsAsync<RefusedException>(() => CallAsync(operation, input));
}
