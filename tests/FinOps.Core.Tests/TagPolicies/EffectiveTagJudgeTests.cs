using FinOps.Core.Tagging;
using FinOps.Core.TagPolicies;

namespace FinOps.Core.Tests.TagPolicies;

public sealed class EffectiveTagJudgeTests
{
    private const string Bucket = "aws:s3/bucket:Bucket";

    private static readonly EffectiveTagPolicy Policy = Policies.Effective(["""
        {"tags":{
          "costcenter":{"tag_key":{"@@assign":"CostCenter"},"tag_value":{"@@assign":["payments","300*","*@example.com"]},"enforced_for":{"@@assign":["s3:bucket","rds:db"]},"report_required_tag_for":{"@@assign":["s3:ALL_SUPPORTED","rds:db"]}},
          "any":{"tag_key":{"@@assign":"Any"}}}}
        """]);

    [Theory]
    [InlineData("CostCenter", "payments", null)]
    [InlineData("CostCenter", "300", null)]
    [InlineData("CostCenter", "300-x", null)]
    [InlineData("CostCenter", "a@example.com", null)]
    [InlineData("CostCenter", null, null)]
    [InlineData("CostCenter", "30", TagFindingKind.ValueNotAllowed)]
    [InlineData("CostCenter", "x300", TagFindingKind.ValueNotAllowed)]
    [InlineData("CostCenter", "a@example.org", TagFindingKind.ValueNotAllowed)]
    [InlineData("CostCenter", "a@EXAMPLE.com", TagFindingKind.ValueNotAllowed)]
    [InlineData("CostCenter", "Payments", TagFindingKind.ValueMiscased)]
    [InlineData("CostCenter", "paymnets", TagFindingKind.ValueMisspelt)]
    public void Judge_Value_IsHeldAgainstTheList(string key, string? value, TagFindingKind? expected)
    {
        var findings = EffectiveTagJudge.Judge(Policy, Bucket, new Dictionary<string, string?> { [key] = value });

        Assert.Equal(expected, findings.SingleOrDefault()?.Finding.Kind);
        Assert.All(findings, finding => Assert.True(finding.Refused));
    }

    [Fact]
    public void Judge_KeyMissing_IsReportedOnlyForTypesThatRequireIt()
    {
        var none = new Dictionary<string, string?>();

        Assert.Equal(TagFindingKind.MissingKey, Assert.Single(EffectiveTagJudge.Judge(Policy, Bucket, none)).Finding.Kind);
        Assert.Single(EffectiveTagJudge.Judge(Policy, "aws:rds/instance:Instance", none));
        Assert.Single(EffectiveTagJudge.Judge(Policy, "aws:neptune/clusterInstance:ClusterInstance", none));
        Assert.Empty(EffectiveTagJudge.Judge(Policy, "aws:rds/cluster:Cluster", none));
        Assert.Empty(EffectiveTagJudge.Judge(Policy, "aws:lambda/function:Function", none));
    }

    [Fact]
    public void Judge_KeyInAnotherCasing_IsToldTwiceWhenTheKeyIsRequired()
    {
        var findings = EffectiveTagJudge.Judge(Policy, Bucket, new Dictionary<string, string?> { ["costCENTER"] = "payments" });

        Assert.Equal([(TagFindingKind.KeyMiscased, true), (TagFindingKind.MissingKey, false)], findings.Select(finding => (finding.Finding.Kind, finding.Refused)));
        Assert.All(findings, finding => Assert.Equal("costCENTER", finding.Finding.FoundKey));
    }

    [Fact]
    public void Judge_NotEnforcedType_IsReportedAndNotRefused()
    {
        var finding = Assert.Single(EffectiveTagJudge.Judge(Policy, "aws:lambda/function:Function", new Dictionary<string, string?> { ["CostCenter"] = "?" }));

        Assert.False(finding.Refused);
        Assert.Equal("tag CostCenter has the value '?'; allowed: payments, 300*, *@example.com (policy-1 (p-1) on Root)", finding.ToString());
    }

    [Fact]
    public void Judge_AnyValue_IsAllowed() => Assert.Empty(EffectiveTagJudge.Judge(Policy, "aws:lambda/function:Function", new Dictionary<string, string?> { ["Any"] = "x" }));

    [Fact]
    public void Judge_ValueWithAStar_IsNeverSuggested() =>
        Assert.Equal(TagFindingKind.ValueNotAllowed, Assert.Single(Judge(Policies.Project("""{"@@assign":["payments*"]}"""), "project", "payment")).Finding.Kind);

    [Fact]
    public void Judge_NoTypeEnforced_RefusesNothing() => Assert.False(Assert.Single(Judge(Policies.Project("""{"@@assign":["a"]}"""), "project", "xyzzy")).Refused);

    [Fact]
    public void Judge_SeveralCasings_AreToldInOrder()
    {
        var tags = new Dictionary<string, string?> { ["any"] = "x", ["ANY"] = "x" };

        Assert.Equal(["ANY", "any"], EffectiveTagJudge.Judge(Policy, Bucket, tags).Where(finding => finding.Finding.Key == "Any").Select(finding => finding.Finding.FoundKey));
    }

    [Theory]
    [InlineData("""{"@@append":[]}""")]
    [InlineData("""{"@@assign":["a","*"]}""")]
    public void Judge_RequiredKeyWithAnyValue_SaysSo(string values)
    {
        var policy = Policies.Effective(["""{"tags":{"project":{"tag_value":VALUES,"report_required_tag_for":{"@@assign":["s3:bucket"]}}}}""".Replace("VALUES", values, StringComparison.Ordinal)]);

        var finding = Assert.Single(EffectiveTagJudge.Judge(policy, Bucket, new Dictionary<string, string?>()));

        Assert.Equal("required tag project is missing; allowed: any text (policy-1 (p-1) on Root)", finding.ToString());
    }

    [Fact]
    public void Judge_CasingThatNoPolicySets_IsTheDefaultOfOrganizations() =>
        Assert.EndsWith("(default of Organizations)", Assert.Single(Judge(Policies.Project("""{"@@append":[]}"""), "PROJECT", "x")).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Judge_Sources_AreOnlyThoseThatSaySo()
    {
        var policy = Policies.Effective(
            ["""{"tags":{"project":{"tag_key":{"@@assign":"Project"},"report_required_tag_for":{"@@assign":["s3:bucket"]}}}}"""],
            ["""{"tags":{"project":{"tag_value":{"@@assign":["a"]},"report_required_tag_for":{"@@append":["rds:db"]}}}}"""]);

        Assert.Equal(["p-1"], Sources("Other"));
        Assert.Equal(["p-2"], Sources("Project"));

        IEnumerable<string> Sources(string key) =>
            Assert.Single(EffectiveTagJudge.Judge(policy, Bucket, new Dictionary<string, string?> { [key] = "xyzzy" })).Sources.Select(source => source.PolicyId);
    }

    /// <summary>The same policy on the root and on the account, with one between that takes out a part of it.</summary>
    [Fact]
    public void Judge_PolicyOnTwoTargets_IsASourceTwice()
    {
        TagPolicy twice = TagPolicy.Parse("p-1", "twice", Policies.Project("""{"@@append":["a","b"]}""")), between = TagPolicy.Parse("p-2", "between", Policies.Project("""{"@@remove":["a"]}"""));
        var policy = EffectivePolicyEngine.Compute([new(Policies.Root, [twice]), new(Policies.Outer, [between]), new(Policies.Leaf, [twice])]);

        var finding = Assert.Single(EffectiveTagJudge.Judge(policy, Bucket, new Dictionary<string, string?> { ["project"] = "xyzzy" }));

        Assert.Equal([Policies.Root.Id, Policies.Account], finding.Sources.Select(source => source.TargetId));
    }

    [Theory]
    [InlineData("a*a", "a", false)]
    [InlineData("a*a", "aa", true)]
    [InlineData("a*a", "axa", true)]
    public void Judge_StarInTheMiddle_DoesNotOverlap(string allowed, string value, bool fits) =>
        Assert.Equal(fits, EffectiveTagJudge.Judge(Policies.Effective([Policies.Project($$"""{"@@assign":["{{allowed}}"]}""")]), Bucket, new Dictionary<string, string?> { ["project"] = value }).Count == 0);

    private static IReadOnlyList<PolicyTagFinding> Judge(string document, string key, string value) =>
        EffectiveTagJudge.Judge(Policies.Effective([document]), Bucket, new Dictionary<string, string?> { [key] = value });
}
