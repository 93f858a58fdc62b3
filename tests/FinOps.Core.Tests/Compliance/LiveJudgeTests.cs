using FinOps.Core.Compliance.Judging;
using FinOps.Core.Tagging;
using FinOps.Core.TagPolicies;
using static FinOps.Core.Tests.Compliance.Tallies;

namespace FinOps.Core.Tests.Compliance;

public sealed class LiveJudgeTests
{
    [Fact]
    public void Judge_GoodTags_IsCompliant() =>
        Assert.Equal(ComplianceState.Compliant, Judge().Judge(Instance("i-1", ("Team", "payments"), ("CostCenter", "1041"))).State);

    [Theory]
    [InlineData("Team", "payments", "CostCenter", "", TagFindingKind.ValueNotAllowed)]
    [InlineData("Team", "Payments", "CostCenter", "1041", TagFindingKind.ValueMiscased)]
    [InlineData("team", "payments", "CostCenter", "1041", TagFindingKind.MissingKey)]
    [InlineData("Squad", "payments", "CostCenter", "1041", TagFindingKind.MissingKey)]
    [InlineData("constructor", "__proto__", "__proto__", "constructor", TagFindingKind.MissingKey)]
    public void Judge_PresenceValueAndCasing_AsThePackDoes(string key1, string value1, string key2, string value2, TagFindingKind kind)
    {
        var verdict = Judge().Judge(Instance("i-1", (key1, value1), (key2, value2)));

        Assert.Equal((ComplianceState.NonCompliant, kind), (verdict.State, verdict.Findings[0].Finding.Kind));
    }

    [Fact]
    public void Judge_KeyThatAnotherOneAsksFor_IsMissingOnlyThere()
    {
        Assert.Equal("DataClass", Assert.Single(Judge().Judge(Resource("arn:aws:s3:::a", ("Team", "payments"), ("CostCenter", "1041"))).Findings).Finding.Key);
        Assert.Empty(Judge().Judge(Resource("arn:aws:s3:::a", ("Team", "search"), ("CostCenter", "1041"))).Findings);
    }

    [Fact]
    public void Judge_TagsThatAwsSet_AreNobodysMistakeAndNoTags()
    {
        var verdict = Judge().Judge(Instance("i-1", ("aws:autoscaling:groupName", "workers")));

        Assert.Equal(["Team", "CostCenter"], verdict.Findings.Select(finding => finding.Finding.Key));
        Assert.True(verdict.NeverTagged);
    }

    [Fact]
    public void Judge_TypeThatNobodyKnows_IsSaidAndNotJudged() =>
        Assert.Equal((ComplianceState.UnknownType, 0), Judge().Judge(Resource($"arn:aws:future:eu-west-1:{Payments}:thing/1")) is var verdict ? (verdict.State, verdict.Findings.Count) : default);

    [Fact]
    public void Judge_TypeToWhichNoKeyApplies_IsAskedForNothing()
    {
        var judge = Judge(standard: TagStandard.Parse("version: 1\nkeys: { Team: { required: true, appliesTo: [\"aws:s3/*\"] } }", "standard.yaml"));

        Assert.Equal(ComplianceState.NothingAsked, judge.Judge(Instance("i-1")).State);
    }

    /// <summary>rds:db may be any of four Pulumi types: what holds for one of them only is not known to be wrong.</summary>
    [Fact]
    public void Judge_NameOfSeveralTypes_FindsWhatHoldsForAllOfThem()
    {
        var judge = Judge(standard: TagStandard.Parse("version: 1\nkeys: { Team: { required: true }, Engine: { required: true, except: [\"aws:docdb/*\"] } }", "standard.yaml"));

        var verdict = judge.Judge(Resource($"arn:aws:rds:eu-west-1:{Payments}:db:orders"));

        Assert.Equal("Team", Assert.Single(verdict.Findings).Finding.Key);
    }

    [Theory]
    [InlineData("account: '111122223333'", ComplianceState.Waived)]
    [InlineData("account: '444455556666'", ComplianceState.NonCompliant)]
    [InlineData("type: 'aws:ec2/*'", ComplianceState.Waived)]
    [InlineData("resource: '*:instance/i-1'", ComplianceState.Waived)]
    [InlineData("resource: '*:instance/i-2'", ComplianceState.NonCompliant)]
    [InlineData("stack: shop/prod", ComplianceState.Waived)]
    [InlineData("stack: shop/dev", ComplianceState.NonCompliant)]
    public void Judge_Waiver_HoldsInItsScope(string scope, ComplianceState state)
    {
        var verdict = Judge(WaiverFile(Waiver("TAG001", scope))).Judge(Instance("i-1", ("Team", "payments"), ("pulumi:project", "shop"), ("pulumi:stack", "prod")));

        Assert.Equal(state, verdict.State);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-03-02", true, false)]
    [InlineData("2026-01-01", "2026-03-01", false, true)]
    [InlineData("2026-03-02", "2026-03-09", false, false)]
    public void Judge_Waiver_HoldsInItsTime(string since, string expires, bool waived, bool lapsed)
    {
        var finding = Assert.Single(Judge(WaiverFile(Waiver("TAG001", $"account: '{Payments}'", since, expires))).Judge(Instance("i-1", ("Team", "payments"))).Findings);

        Assert.Equal((waived, lapsed), (finding.Waiver is not null, finding.Lapsed is not null));
    }

    [Fact]
    public void Judge_OneOfTwoFindingsWaived_IsNotCompliant() =>
        Assert.Equal(ComplianceState.NonCompliant, Judge(WaiverFile(Waiver("TAG001", $"account: '{Payments}'"))).Judge(Instance("i-1", ("Team", "marketing"))).State);

    [Fact]
    public void Judge_EffectivePolicy_IsJudgedBesideTheStandardAndToldOnce()
    {
        var policy = EffectivePolicyText.Parse("""{"tags":{"team":{"tag_key":"Team","tag_value":["payments"]},"stage":{"tag_key":"Stage","tag_value":["prod"]}}}""", "policy");
        var judge = new LiveJudge(Standard, Core.Waivers.WaiverList.Empty, Today, account => account == Payments ? policy : null);

        var verdict = judge.Judge(Instance("i-1", ("Team", "marketing"), ("CostCenter", "1041"), ("Stage", "production")));

        Assert.Equal(["Team", "Stage"], verdict.Findings.Select(finding => finding.Finding.Key));
    }

    [Theory]
    [InlineData("s3", "aws:s3/bucket:Bucket")]
    [InlineData("ec2:instance", "aws:ec2/instance:Instance")]
    [InlineData("dynamodb:table", "aws:dynamodb/table:Table")]
    [InlineData("es:domain", "aws:opensearch/domain:Domain")]
    public void LiveTypes_EveryKnownType_HasItsPulumiType(string type, string token) => Assert.Contains(token, LiveTypes.TokensOf(type));

    [Fact]
    public void LiveTypes_OfTheSyntheticOrganization_AreAllKnown()
    {
        var organization = Core.Organization.Synthetic.SyntheticOrganization.Create(new() { AsOf = Today, Months = 1 });

        var types = organization.Accounts.SelectMany(account => organization.ResourcesOf(account)).Select(resource => resource.Live.Type).Distinct();

        Assert.DoesNotContain(types, type => LiveTypes.TokensOf(type).IsEmpty);
    }
}
