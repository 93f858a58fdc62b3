using System.Text.Json.Nodes;
using FinOps.LocalAws.Tests.Support;

namespace FinOps.LocalAws.Tests.Organizations;

public sealed class EffectivePolicyTests(EndpointFixture endpoint) : IClassFixture<EndpointFixture>
{
    private string Root => endpoint.Server.Organization.RootId;

    [Fact]
    public async Task DescribeEffectivePolicy_PoliciesOnRootAndAccount_AreMerged()
    {
        var account = endpoint.Server.Organization.Accounts[5].Id;
        await AttachAsync("root-values", Root, """{"tags":{"Cost":{"tag_key":{"@@assign":"Cost"},"tag_value":{"@@assign":["a","b"]}}}}""");
        await AttachAsync("more", account, """{"tags":{"cost":{"tag_value":{"@@append":["c"],"@@remove":["a"]}}}}""");

        var effective = (await CallAsync("DescribeEffectivePolicy", Effective(account)))["EffectivePolicy"]!;

        Assert.Equal(account, (string?)effective["TargetId"]);
        Assert.Equal("""{"tag_key":"Cost","tag_value":["b","c"]}""", Key(effective, "cost"));
        Assert.True((double)effective["LastUpdatedTimestamp"]! > 0);
    }

    [Fact]
    public async Task DescribeEffectivePolicy_PeersAssign_TheFirstAttachedWins()
    {
        var account = endpoint.Server.Organization.Accounts[6].Id;
        // Many, so that an order by id would not be right by chance.
        for (var number = 0; number < 6; number++)
            await AttachAsync($"peer-{number}", account, """{"tags":{"first":{"tag_value":{"@@assign":["N"]}}}}""".Replace("N", $"{number}", StringComparison.Ordinal));

        Assert.Equal("""{"tag_key":"first","tag_value":["0"]}""", Key((await CallAsync("DescribeEffectivePolicy", Effective(account)))["EffectivePolicy"]!, "first"));
        var listed = (await CallAsync("ListPoliciesForTarget", new JsonObject { ["TargetId"] = account, ["Filter"] = "TAG_POLICY", ["MaxResults"] = 4 }));
        var rest = (await CallAsync("ListPoliciesForTarget", new JsonObject { ["TargetId"] = account, ["Filter"] = "TAG_POLICY", ["MaxResults"] = 4, ["NextToken"] = (string?)listed["NextToken"] }));
        Assert.Equal(Enumerable.Range(0, 6).Select(number => $"peer-{number}"), listed["Policies"]!.AsArray().Concat(rest["Policies"]!.AsArray()).Select(policy => (string)policy!["Name"]!));
    }

    [Fact]
    public async Task DescribeEffectivePolicy_WithoutTarget_IsTheCallersOwn()
    {
        await AttachAsync("management", endpoint.Server.Organization.ManagementAccount.Id, """{"tags":{"own":{}}}""");

        var effective = (await CallAsync("DescribeEffectivePolicy", new JsonObject { ["PolicyType"] = "TAG_POLICY" }))["EffectivePolicy"]!;

        Assert.Equal(endpoint.Server.Organization.ManagementAccount.Id, (string?)effective["TargetId"]);
        Assert.Equal("""{"tag_key":"own","tag_value":["*"]}""", Key(effective, "own"));
    }

    [Fact]
    public async Task DescribeEffectivePolicy_BadTargetsAndTypes_AreRefused()
    {
        var account = endpoint.Server.Organization.Accounts[7].Id;

        Assert.Equal("TargetNotFoundException", (await RefusedAsync(Effective("999999999999"))).Code);
        Assert.Equal("TargetNotFoundException", (await RefusedAsync(Effective(Root))).Code);
        Assert.Equal("EffectivePolicyNotFoundException", (await RefusedAsync(Effective(account, "BACKUP_POLICY"))).Code);
        Assert.Equal("InvalidInputException", (await RefusedAsync(Effective(account, "SERVICE_CONTROL_POLICY"))).Code);
    }

    [SkippableFact]
    public async Task AwsCli_DescribeEffectivePolicy_PrintsThePolicy()
    {
        var account = endpoint.Server.Organization.Accounts[8].Id;
        await AttachAsync("cli", account, """{"tags":{"viacli":{"enforced_for":{"@@assign":["s3:bucket"]}}}}""");

        var answer = (await AwsCli.RunAsync(endpoint.Server, "organizations", "describe-effective-policy", "--policy-type", "TAG_POLICY", "--target-id", account)).Json;

        Assert.Equal("""{"tag_key":"viacli","tag_value":["*"],"enforced_for":["s3:bucket"]}""", Key(answer["EffectivePolicy"]!, "viacli"));
    }

    private static string Key(JsonNode effective, string key) => JsonNode.Parse((string)effective["PolicyContent"]!)!["tags"]![key]!.ToJsonString();

    private static JsonObject Effective(string target, string type = "TAG_POLICY") => new() { ["PolicyType"] = type, ["TargetId"] = target };

    private async Task AttachAsync(string name, string target, string content)
    {
        var policy = await CallAsync("CreatePolicy", new JsonObject { ["Name"] = name, ["Type"] = "TAG_POLICY", ["Content"] = content, ["Description"] = "" });
        await CallAsync("AttachPolicy", new JsonObject { ["PolicyId"] = (string)policy["Policy"]!["PolicySummary"]!["Id"]!, ["TargetId"] = target });
    }

    private Task<JsonObject> CallAsync(string operation, JsonObject input) => endpoint.Calls.JsonAsync("organizations", $"AWSOrganizationsV20161128.{operation}", input);

    private Task<RefusedException> RefusedAsync(JsonObject input) => Assert.ThrowsAsync<RefusedException>(() => CallAsync("DescribeEffectivePolicy", input));
}
