using FinOps.Core.Baselines;
using FinOps.Core.TagPolicies;
using FinOps.Policies.Tagging;
using FinOps.Policies.Tests.Testing;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.Policies.Tests.Rules;

/// <summary>TAG001, TAG002 and TAG003 judge by the Organization's tag policies beside the standard.</summary>
public sealed class OrganizationPolicyTests : IDisposable
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Account = "111122223333";
    private const string Other = "444455556666";

    private const string Bundle = """
        {"version":1,
         "targets":[
          {"id":"r-root","name":"Root","kind":"root","policies":["p-root"]},
          {"id":"111122223333","name":"shop-prod","kind":"account","parent":"r-root","policies":["p-shop"]},
          {"id":"444455556666","name":"shop-dev","kind":"account","parent":"r-root","policies":[]}],
         "policies":[
          {"id":"p-root","name":"org-standard","content":{"tags":{"dataclass":{"tag_key":{"@@assign":"DataClass"},"tag_value":{"@@assign":["public","internal"]},"report_required_tag_for":{"@@assign":["s3:ALL_SUPPORTED"]}}}}},
          {"id":"p-shop","name":"shop-only","content":{"tags":{"dataclass":{"tag_value":{"@@append":["card"]},"enforced_for":{"@@assign":["s3:bucket"]}}}}}]}
        """;

    private static readonly string[] Rules = ["TAG001-required-tag-missing", "TAG002-value-not-allowed", "TAG003-tag-misspelt"];

    private readonly string _folder = Directory.CreateTempSubdirectory("finops-policy-").FullName;

    [Fact]
    public void TypeTable_EveryPulumiType_CanBeTagged() =>
        Assert.Empty(PolicyTypeTable.All.Where(row => TaggableTypes.ShapeOf(row.Token) is null).Select(row => row.Token));

    [Theory]
    [InlineData("TAG001", "Note", "x", "missing DataClass", "required tag DataClass is missing; allowed: public, internal, card (org-standard (p-root) on Root)")]
    [InlineData("TAG002", "DataClass", "xyzzy", "DataClass = xyzzy", "allowed: public, internal, card (org-standard (p-root) on Root, shop-only (p-shop) on shop-prod; AWS refuses it)")]
    [InlineData("TAG003", "DataClass", "Card", "DataClass = Card", "did you mean 'card'? (org-standard (p-root) on Root, shop-only (p-shop) on shop-prod; AWS refuses it)")]
    [InlineData("TAG003", "dataclass", "card", "dataclass = ", "tag 'dataclass' must be written DataClass (org-standard (p-root) on Root; AWS refuses it)")]
    public async Task Finding_NamesThePolicyThatSaysSo(string rule, string key, string value, string mark, string part)
    {
        await using var pack = await StartAsync(Bundle, Account);

        var finding = Assert.Single(await pack.FindingsAsync(rule, Request(key, value)), OfTheOrganization);

        Assert.Contains(part, finding.Message, StringComparison.Ordinal);
        Assert.Contains($"breaks the tag policies of the Organization for account {Account}", finding.Message, StringComparison.Ordinal);
        Assert.Equal(EnforcementLevel.Mandatory, finding.EnforcementLevel);
        Assert.Equal([$"organization: {mark}"], FindingMark.Read(finding.Message)!.Value.Findings.AsEnumerable());
    }

    [Fact]
    public async Task Finding_IsToldByOneRule()
    {
        await using var pack = await StartAsync(Bundle, Account);

        var findings = (await pack.AnalyzeAsync(Request("DataClass", "xyzzy"))).Diagnostics.Where(OfTheOrganization);

        Assert.Equal([Rules[1]], findings.Select(finding => finding.PolicyName));
    }

    [Fact]
    public async Task Account_OfTheProvider_GoesBeforeTheConfiguredOne()
    {
        await using var pack = await StartAsync(Bundle, Account);
        var request = Request("DataClass", "card", PropertyMap.Of(("allowedAccountIds", $"[\"{Other}\"]")));

        Assert.Contains(await pack.FindingsAsync("TAG002", request), finding => finding.Message.Contains($"for account {Other}", StringComparison.Ordinal));
        Assert.DoesNotContain(await pack.FindingsAsync("TAG002", Request("DataClass", "card")), finding => finding.Message.Contains("Organization", StringComparison.Ordinal));
    }

    /// <summary>A provider says nothing when it names several accounts, or one that is not of the organization.</summary>
    [Theory]
    [InlineData("[\"444455556666\"]", "444455556666", Other)]
    [InlineData("[\"444455556666\",\"111122223333\"]", "444455556666", Account)]
    [InlineData("[\"999999999999\"]", "999999999999", Account)]
    public async Task Account_OfTheProvider_CountsWhenItIsOne(string allowed, string role, string account)
    {
        await using var pack = await StartAsync(Bundle, Account);
        var provider = PropertyMap.Of(("allowedAccountIds", allowed), ("assumeRoles", $$"""[{"roleArn":"arn:aws:iam::{{role}}:role/deploy"}]"""));

        Assert.Contains($"for account {account}", Assert.Single(await pack.FindingsAsync("TAG002", Request("DataClass", "xyzzy", provider)), OfTheOrganization).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_IsJudgedBesideIt()
    {
        await using var pack = await StartAsync(Bundle, Account);

        Assert.Equal(2, (await pack.FindingsAsync("TAG001", Request("Note", "x"))).Count);
    }

    [Fact]
    public async Task UnknownTags_AreNoMissingKeys()
    {
        await using var pack = await StartAsync(Bundle, Account);
        var request = PackClient.Request(Bucket, PropertyMap.Of(("tags", PropertyValue.Unknown)));

        Assert.All(await pack.FindingsAsync("TAG001", request), finding => Assert.Equal(EnforcementLevel.Advisory, finding.EnforcementLevel));
    }

    [Fact]
    public async Task UnknownTags_BesideAllThatTheStandardWants_AreNoMissingKeysEither()
    {
        await using var pack = await StartAsync(Bundle, Account);
        var defaults = PropertyMap.Of(("defaultTags", """{"tags":{"Project":"checkout-api","Team":"payments","Environment":"prod","CostCenter":"10417","Owner":"payments@example.com"}}"""));

        var finding = Assert.Single(await pack.FindingsAsync("TAG001", PackClient.Request(Bucket, PropertyMap.Of(("tags", PropertyValue.Unknown)), defaults)));

        Assert.Equal(EnforcementLevel.Advisory, finding.EnforcementLevel);
    }

    [Fact]
    public async Task AnswerOfDescribeEffectivePolicy_NeedsNoAccount()
    {
        await using var pack = await StartAsync("""{"EffectivePolicy":{"PolicyContent":"{\"tags\":{\"dataclass\":{\"tag_key\":\"DataClass\",\"tag_value\":[\"public\"]}}}","TargetId":"111122223333","PolicyType":"TAG_POLICY"}}""", null);

        Assert.Contains(await pack.FindingsAsync("TAG002", Request("DataClass", "xyzzy")), finding => finding.Message.Contains("the effective policy (effective) on account 111122223333", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{", Account, "FIN2040")]
    [InlineData("{\"tags\":[]}", null, "FIN2046")]
    [InlineData("{\"version\":1,\"targets\":[{\"id\":\"r\",\"name\":\"Root\",\"kind\":\"root\",\"policies\":[\"p\"]},7],\"policies\":[]}", Account, "FIN2044")]
    [InlineData("{\"version\":1}", Account, "FIN2044")]
    [InlineData(Bundle, null, "FIN6031")]
    [InlineData(Bundle, "999999999999", "FIN2045")]
    [InlineData("{\"EffectivePolicy\":{\"PolicyContent\":\"{\\\"tags\\\":{}}\",\"TargetId\":\"111122223333\"}}", Other, "FIN6031")]
    [InlineData(null, Account, "FIN6030")]
    public async Task BadFileOrAccount_StopsThePackBeforeAnyResource(string? content, string? account, string id)
    {
        await using var pack = await PackClient.StartAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(() => ConfigureAsync(pack, content, account));

        Assert.Contains("FIN6002", refused.Message, StringComparison.Ordinal);
        Assert.Contains(id, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Organizations does not enforce it, so nobody can please it.</summary>
    [Fact]
    public async Task PolicyThatIsNotValid_StopsThePackBeforeAnyResource()
    {
        await using var pack = await PackClient.StartAsync();
        var keys = string.Concat(Enumerable.Range(0, 51).Select(number => $$$""" "k{{{number}}}":{"report_required_tag_for":{"@@assign":["s3:bucket"]}},"""));

        var refused = await Assert.ThrowsAsync<RpcException>(() => ConfigureAsync(pack, Bundle.Replace("{\"tags\":{\"dataclass\":{\"tag_key\"", $"{{\"tags\":{{{keys}\"dataclass\":{{\"tag_key\"", StringComparison.Ordinal), Account));

        Assert.Contains("FIN6032", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Shorten one of p-root.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadFile_HasAllMistakesInOneMessage()
    {
        await using var pack = await PackClient.StartAsync();
        var bad = Bundle.Replace("@@append", "@@apend", StringComparison.Ordinal).Replace("\"parent\":\"r-root\",\"policies\":[]", "\"parent\":\"r-gone\",\"policies\":[]", StringComparison.Ordinal);

        var refused = await Assert.ThrowsAsync<RpcException>(() => ConfigureAsync(pack, bad, Account));

        Assert.All(["$.tags.dataclass.tag_value.@@apend", "$.targets[2].parent"], part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
    }

    private static bool OfTheOrganization(AnalyzeDiagnostic finding) => finding.Message.Contains("tag policies of the Organization", StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static AnalyzeRequest Request(string key, string value, PropertyMap? provider = null) =>
        PackClient.Request(Bucket, PropertyMap.Of(("tags", PropertyMap.Of((key, value)))), provider);

    private async Task<PackClient> StartAsync(string content, string? account)
    {
        var pack = await PackClient.StartAsync();
        await ConfigureAsync(pack, content, account);
        return pack;
    }

    /// <summary>Each configuration has a file of its own, because a pack reads each file once.</summary>
    private Task ConfigureAsync(PackClient pack, string? content, string? account)
    {
        var file = Path.Combine(_folder, $"{Guid.CreateVersion7()}.json");
        if (content is not null)
        {
            File.WriteAllText(file, content);
        }

        var config = PropertyMap.Of(("organizationPolicy", file));
        return pack.ConfigureAsync([.. Rules.Select(rule => (rule, EnforcementLevel.Mandatory, account is null ? config : config.Set("account", account)))]);
    }
}
