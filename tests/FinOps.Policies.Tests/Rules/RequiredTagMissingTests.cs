using FinOps.Policies.Tagging;
using FinOps.Policies.Tests.Testing;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.Policies.Tests.Rules;

public sealed class RequiredTagMissingTests
{
    private const string Rule = "TAG001";
    private const string Bucket = "aws:s3/bucket:Bucket";

    private static readonly PropertyMap Complete = PropertyMap.Of(
        ("Project", "checkout-api"), ("Team", "payments"), ("Environment", "prod"), ("CostCenter", "10417"), ("Owner", "payments@example.com"));

    [Fact]
    public async Task EveryTaggableType_IsJudgedRight()
    {
        await using var pack = await PackClient.StartAsync();
        var judged = await Task.WhenAll(TaggableTypes.All.Select(async type =>
        {
            var good = await pack.AnalyzeAsync(PackClient.Request(type.Key, Inputs(type.Value, Complete)));
            var bad = await pack.AnalyzeAsync(PackClient.Request(type.Key, Inputs(type.Value, Complete.Remove("Team"))));
            var bare = await pack.AnalyzeAsync(PackClient.Request(type.Key, PropertyMap.Empty));
            return (Type: type.Key, Shape: type.Value, Good: Said(good), Bad: Said(bad), Bare: Said(bare));
        }));

        Assert.Equal(862, judged.Length);
        Assert.Equal(2, judged.Count(each => each.Shape == TagShape.Selector));
        // A selector names the tags of other resources: demanding owner tags in it would change what it selects.
        Assert.All(judged, each => Assert.Equal(each.Shape == TagShape.Selector ? (each.Type, false, false, false) : (each.Type, false, true, true), (each.Type, each.Good, each.Bad, each.Bare)));

        static bool Said(AnalyzeResponse answer) => answer.Diagnostics.Any(diagnostic => diagnostic.PolicyName == "TAG001-required-tag-missing");
    }

    [Theory]
    [InlineData("aws:iam/policyAttachment:PolicyAttachment")]
    [InlineData("pulumi:pulumi:Stack")]
    [InlineData("pulumi:providers:aws")]
    [InlineData("random:index/randomPet:RandomPet")]
    [InlineData("aws:inspector/resourceGroup:ResourceGroup")]
    public async Task TypeWithoutTags_IsNotApplicable(string type)
    {
        await using var pack = await PackClient.StartAsync();

        var answer = await pack.AnalyzeAsync(PackClient.Request(type, PropertyMap.Empty));

        Assert.Empty(answer.Diagnostics);
        Assert.Contains(answer.NotApplicable, entry => entry.PolicyName == "TAG001-required-tag-missing");
    }

    [Fact]
    public async Task Message_NamesResourceKeysAllowedValuesAndTheLinesToPaste()
    {
        await using var pack = await PackClient.StartAsync();

        var finding = Assert.Single(await pack.FindingsAsync(Rule, PackClient.Request(Bucket, PropertyMap.Of(("tags", Complete.Remove("Team").Remove("CostCenter").Set("team", "payments"))))));

        Assert.Equal(
            """
            Every taggable resource carries the tags that the standard requires
            aws:s3/bucket:Bucket 'res' lacks 2 required tags: Team, CostCenter
              Team: 'team' is there; AWS tells casing and spelling apart, so write Team
              CostCenter: text like 10417 (pattern ^[0-9]{4,6}$)
            Add to its arguments:
              C#:         Tags = { ["Team"] = "payments", ["CostCenter"] = "10417" },
              TypeScript: tags: { Team: "payments", CostCenter: "10417" },
            or set them for all resources in the provider's defaultTags.
            TAG001 (missing Team; missing CostCenter) is explained in docs/rules/TAG001.md.
            """,
            finding.Message);
        Assert.Equal((EnforcementLevel.Mandatory, PolicySeverity.High), (finding.EnforcementLevel, finding.Severity));
    }

    [Fact]
    public async Task AutoScalingGroup_GetsItsOwnLines()
    {
        await using var pack = await PackClient.StartAsync();

        var finding = Assert.Single(await pack.FindingsAsync(Rule, PackClient.Request("aws:autoscaling/group:Group", Inputs(TagShape.GroupTags, Complete.Remove("Team")))));

        Assert.Contains("""new GroupTagArgs { Key = "Team", Value = "payments", PropagateAtLaunch = true }""", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TagsAll_CountsToo()
    {
        await using var pack = await PackClient.StartAsync();

        Assert.Empty(await pack.FindingsAsync(Rule, PackClient.Request(Bucket, PropertyMap.Of(("tagsAll", Complete)))));
    }

    public static TheoryData<string, PropertyValue> ProviderDefaults => new()
    {
        { "JSON text, as engines send it", """{"tags":{"Project":"p1","Team":"payments","Environment":"prod","CostCenter":"10417","Owner":"payments@example.com"}}""" },
        { "an object", PropertyMap.Of(("tags", Complete)) },
        { "a secret object", new SecretValue(PropertyMap.Of(("tags", Complete))) },
        { "JSON with a secret and an unknown inside", """{"tags":{"Project":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","value":"p1"},"Team":"04da6b54-80e4-46f7-96ec-b56ff0331ba9","Environment":"prod","CostCenter":"10417","Owner":"payments@example.com"}}""" },
    };

    [Theory]
    [MemberData(nameof(ProviderDefaults))]
    public async Task ProviderDefaultTags_CountHoweverTheyAreWritten(string how, PropertyValue defaultTags)
    {
        await using var pack = await PackClient.StartAsync();

        var findings = await pack.FindingsAsync(Rule, PackClient.Request(Bucket, PropertyMap.Empty, PropertyMap.Of(("defaultTags", defaultTags))));

        Assert.True(findings.Count == 0, how);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{broken")]
    [InlineData("""{"tags":null}""")]
    [InlineData("""{}""")]
    public async Task ProviderDefaultTags_ThatHoldNothing_DoNotCount(string defaultTags)
    {
        await using var pack = await PackClient.StartAsync();

        Assert.Equal(EnforcementLevel.Mandatory, Assert.Single(await pack.FindingsAsync(Rule,
            PackClient.Request(Bucket, PropertyMap.Empty, PropertyMap.Of(("defaultTags", defaultTags))))).EnforcementLevel);
    }

    public static TheoryData<string, PropertyMap, PropertyMap?> Unknowns => new()
    {
        { ".tags", PropertyMap.Of(("tags", PropertyValue.Unknown)), null },
        { ".tagsAll", PropertyMap.Of(("tagsAll", PropertyValue.Unknown)), null },
        { ".defaultTags", PropertyMap.Empty, PropertyMap.Of(("defaultTags", PropertyValue.Unknown)) },
    };

    [Theory]
    [MemberData(nameof(Unknowns))]
    public async Task TagsThatOnlyTheUpdateWillTell_AreAnAdvisory(string path, PropertyMap inputs, PropertyMap? provider)
    {
        await using var pack = await PackClient.StartAsync();

        var finding = Assert.Single(await pack.FindingsAsync(Rule, PackClient.Request(Bucket, inputs, provider)));

        Assert.Equal(EnforcementLevel.Advisory, finding.EnforcementLevel);
        Assert.Contains($"value at {path} can't be known during preview", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownPart_DoesNotMatterWhenEveryKeyIsElsewhere()
    {
        await using var pack = await PackClient.StartAsync();

        Assert.Empty(await pack.FindingsAsync(Rule, PackClient.Request(Bucket, PropertyMap.Of(("tags", Complete), ("tagsAll", PropertyValue.Unknown)))));
    }

    [Fact]
    public async Task UnknownValueOfAKnownKey_CountsAsPresent()
    {
        await using var pack = await PackClient.StartAsync();

        Assert.Empty(await pack.FindingsAsync(Rule, PackClient.Request(Bucket, PropertyMap.Of(("tags", Complete.Set("Team", PropertyValue.Unknown))))));
    }

    [Fact]
    public async Task NullValue_IsNoTag()
    {
        await using var pack = await PackClient.StartAsync();

        Assert.Single(await pack.FindingsAsync(Rule, PackClient.Request(Bucket, PropertyMap.Of(("tags", Complete.Set("Team", PropertyValue.Null))))));
    }

    [Fact]
    public async Task Config_OtherStandard_IsUsed()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "other-standard.yaml");
        await File.WriteAllTextAsync(path, "version: 1\nkeys: { Only: { required: true } }");
        await using var pack = await PackClient.StartAsync();
        await pack.ConfigureAsync(("TAG001-required-tag-missing", EnforcementLevel.Advisory, PropertyMap.Of(("standard", path))));

        var finding = Assert.Single(await pack.FindingsAsync(Rule, PackClient.Request(Bucket, PropertyMap.Of(("tags", Complete)))));

        Assert.Contains("lacks a required tag: Only", finding.Message, StringComparison.Ordinal);
        Assert.Equal(EnforcementLevel.Advisory, finding.EnforcementLevel);
    }

    [Fact]
    public async Task Config_BadStandardOrUnknownRule_RefusesTheDeploymentWithEveryMistake()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "bad-standard.yaml");
        await File.WriteAllTextAsync(path, "version: 2\nkeyz: 1");
        await using var pack = await PackClient.StartAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(() => pack.ConfigureAsync(
            ("TAG001-required-tag-missing", EnforcementLevel.Advisory, PropertyMap.Of(("standard", path))), ("TAG999", EnforcementLevel.Mandatory, PropertyMap.Empty)));

        Assert.All(["FIN6002", "FIN2004", "FIN2002", "FIN2005", "'TAG999'"], part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
    }

    private static PropertyMap Inputs(TagShape shape, PropertyMap tags) => PropertyMap.Of(("tags", shape == TagShape.GroupTags
        ? PropertyValue.Of(tags.Select(tag => PropertyValue.Of(PropertyMap.Of(("key", tag.Key), ("value", tag.Value), ("propagateAtLaunch", true)))))
        : PropertyValue.Of(tags)));
}
