using FinOps.Core.Tagging;

namespace FinOps.Core.Tests.Tagging;

public sealed class TagStandardJudgeTests
{
    private const string Bucket = "aws:s3/bucket:Bucket";

    [Fact]
    public void Judge_GoodTags_FindsNothing() => Assert.Empty(Standards.Shipped.Judge(Bucket, Good()));

    [Fact]
    public void Judge_NoTags_MissesEveryRequiredKeyInTheOrderOfTheStandard()
    {
        var findings = Standards.Shipped.Judge(Bucket, new Dictionary<string, string?>());

        Assert.Equal(["Project", "Team", "Environment", "CostCenter", "Owner"], findings.Select(finding => finding.Key));
        Assert.All(findings, finding => Assert.Equal(TagFindingKind.MissingKey, finding.Kind));
    }

    [Fact]
    public void Judge_UnknownValue_CountsAsPresent() => Assert.Empty(Standards.Shipped.Judge(Bucket, Good(("Team", null))));

    [Theory]
    [InlineData("team", TagFindingKind.KeyMiscased)]
    [InlineData("TEAM", TagFindingKind.KeyMiscased)]
    [InlineData("Teem", TagFindingKind.KeyMisspelt)]
    [InlineData("squad", TagFindingKind.KeyMisspelt)]
    public void Judge_KeyAlmostRight_IsMissingAndNamesWhatWasMeant(string key, TagFindingKind kind)
    {
        var tags = Good((key, "payments"));
        tags.Remove("Team");

        var findings = Standards.Shipped.Judge(Bucket, tags);

        Assert.Equal([TagFindingKind.MissingKey, kind], findings.Select(finding => finding.Kind));
        Assert.All(findings, finding => Assert.Equal(("Team", key), (finding.Key, finding.FoundKey)));
    }

    [Fact]
    public void Judge_RightKeyBesideItsSynonym_LeavesTheSynonymAlone() => Assert.Empty(Standards.Shipped.Judge(Bucket, Good(("Env", "blue"))));

    [Fact]
    public void Judge_RightKeyBesideAnotherCasing_ReportsTheOtherCasing() =>
        Assert.Equal(TagFindingKind.KeyMiscased, Assert.Single(Standards.Shipped.Judge(Bucket, Good(("team", "payments")))).Kind);

    [Theory]
    [InlineData("Name")]
    [InlineData("pulumi:project")]
    [InlineData("ManagedBy")]
    [InlineData("Tier")]
    public void Judge_KeyOfItsOwn_IsLeftAlone(string key) => Assert.Empty(Standards.Shipped.Judge(Bucket, Good((key, "x"))));

    [Theory]
    [InlineData("Team", "Payments", TagFindingKind.ValueMiscased, "payments")]
    [InlineData("Team", "paymnets", TagFindingKind.ValueMisspelt, "payments")]
    [InlineData("Team", "data_platform", TagFindingKind.ValueMisspelt, "data-platform")]
    [InlineData("Team", "marketing", TagFindingKind.ValueNotAllowed, null)]
    [InlineData("Team", "", TagFindingKind.ValueNotAllowed, null)]
    [InlineData("Environment", "production", TagFindingKind.ValueMisspelt, "prod")]
    [InlineData("Environment", "PROD", TagFindingKind.ValueMiscased, "prod")]
    [InlineData("CostCenter", "123", TagFindingKind.ValueNotAllowed, null)]
    [InlineData("CostCenter", "1234567", TagFindingKind.ValueNotAllowed, null)]
    [InlineData("CostCenter", "12345\n", TagFindingKind.ValueNotAllowed, null)]
    [InlineData("CostCenter", "١٢٣٤", TagFindingKind.ValueNotAllowed, null)]
    [InlineData("Owner", "Payments@Example.com", TagFindingKind.ValueMiscased, "payments@example.com")]
    [InlineData("Owner", "payments@example.org", TagFindingKind.ValueNotAllowed, null)]
    public void Judge_WrongValue_SaysWhatWasMeant(string key, string value, TagFindingKind kind, string? suggestion)
    {
        var finding = Standards.Shipped.Judge(Bucket, Good((key, value)))[0];

        Assert.Equal((kind, key, value, suggestion), (finding.Kind, finding.Key, finding.FoundValue, finding.Suggestion));
        Assert.False(Standards.Shipped.IsAllowed(key, value, out var suggested));
        Assert.Equal(suggestion, suggested);
        Assert.False(Standards.Shipped.IsAllowed(key, value));
    }

    [Fact]
    public void Judge_LimitsOfAws_AreKept()
    {
        var findings = Standards.Shipped.Judge(Bucket, Good(
            ("aws:cloudformation:stack-name", "x"), (new string('k', 129), "x"), ("a!", "x"), ("long", new string('v', 257)), ("odd", "a;b"), ("Ünïcode ok", "日本")));

        Assert.Equal(
            [TagFindingKind.ReservedKey, TagFindingKind.KeyLength, TagFindingKind.KeyCharacters, TagFindingKind.ValueLength, TagFindingKind.ValueCharacters],
            findings.Select(finding => finding.Kind));
    }

    [Theory]
    [InlineData(45, false)]
    [InlineData(46, true)]
    public void Judge_FiftyTags_IsTheMost(int more, bool tooMany)
    {
        var tags = Good([.. Enumerable.Range(0, more).Select(i => ($"extra{i}", (string?)"x"))]);

        Assert.Equal(tooMany, Standards.Shipped.Judge(Bucket, tags).Any(finding => finding.Kind == TagFindingKind.TooManyTags));
    }

    [Fact]
    public void Judge_KeyForOtherTypes_IsNotAskedFor()
    {
        var standard = Standards.Parse("""
            version: 1
            keys:
              Data: { required: true, appliesTo: ["aws:s3/*", "aws:rds/*"], except: ["aws:s3/bucketObject:*"] }
            """);

        Assert.Single(standard.Judge(Bucket, new Dictionary<string, string?>()));
        Assert.Empty(standard.Judge("aws:s3/bucketObject:BucketObject", new Dictionary<string, string?>()));
        Assert.Empty(standard.Judge("aws:ec2/instance:Instance", new Dictionary<string, string?>()));
    }

    [Theory]
    [InlineData("prod", 1)]
    [InlineData("dev", 0)]
    [InlineData(null, 0)]
    public void Judge_ConditionalKey_IsRequiredOnlyWhereItsConditionHolds(string? environment, int missing)
    {
        var standard = Standards.Parse("""
            version: 1
            keys:
              Environment: { required: true, values: [prod, dev] }
              DataClass: { requiredWhen: { Environment: [prod] }, values: [public, internal] }
            """);

        Assert.Equal(missing, standard.Judge(Bucket, new Dictionary<string, string?> { ["Environment"] = environment }).Count);
    }

    [Fact]
    public async Task Judge_PatternBuiltToBacktrack_StaysLinear()
    {
        var standard = Standards.Parse("version: 1\nkeys: { A: { pattern: '(a+)+b' } }");

        // Backtracking would need 2^256 steps.
        Assert.False(await Task.Run(() => standard.IsAllowed("A", new string('a', 256))).WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [InlineData("aws:*", "aws:s3/bucket:Bucket", true)]
    [InlineData("*", "x", true)]
    [InlineData("aws:*:Bucket", "aws:s3/bucket:Bucket", true)]
    [InlineData("aws:s3/*:*V2", "aws:s3/bucketV2:BucketV2", true)]
    [InlineData("aws:s3/*:*V2", "aws:s3/bucket:Bucket", false)]
    [InlineData("aws:s3/bucket:Bucket", "aws:s3/bucket:Bucket2", false)]
    [InlineData("a*b*c", "aXbXbc", true)]
    [InlineData("", "x", false)]
    public void TypeGlob_Matches(string glob, string token, bool matches) => Assert.Equal(matches, new TypeGlob(glob).Matches(token));

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("same", "same", 0)]
    public void Distance_CountsEditsAndSwaps(string a, string b, int edits) => Assert.Equal(edits, Spelling.Distance(a, b));

    private static Dictionary<string, string?> Good(params (string Key, string? Value)[] others)
    {
        var tags = new Dictionary<string, string?>
        {
            ["Project"] = "checkout-api", ["Team"] = "payments", ["Environment"] = "prod", ["CostCenter"] = "10417", ["Owner"] = "payments@example.com",
        };
        foreach (var (key, value) in others)
        {
            tags[key] = value;
        }

        return tags;
    }

    [Theory]
    [InlineData("[a-z][a-z0-9-]{1,4}", "ab-1", "a")]
    [InlineData("[(|*+]{2}", "(*", "a(")]
    [InlineData("[]a]+x", "]]ax", "]")]
    [InlineData("[^]]b", "ab", "]b")]
    [InlineData("[a-z-[aeiou]]+", "xyz", "aeiou")]
    [InlineData(@"\(\d+\)", "(42)", "42")]
    [InlineData(@"[\]x]+", "]x]", "a")]
    [InlineData("(a|b)+c?", "abbac", "cab")]
    [InlineData("[a-z]+-?[a-z]+", "ab-cd", "ab-")]
    public void Pattern_OfEitherEngine_MatchesTheWholeValue(string pattern, string good, string bad)
    {
        var standard = Standards.Parse($"version: 1\nkeys: {{ A: {{ pattern: '{pattern}' }} }}");

        Assert.True(standard.IsAllowed("A", good));
        Assert.False(standard.IsAllowed("A", bad));
        Assert.False(standard.IsAllowed("A", good + "\n"));
    }
}
