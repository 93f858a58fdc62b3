using FinOps.Core.Problems;
using FinOps.Core.TagPolicies;

namespace FinOps.Core.Tests.TagPolicies;

public sealed class EffectivePolicyTextTests
{
    [Fact]
    public void Parse_WholeAnswer_KnowsTheAccount()
    {
        var policy = EffectivePolicyText.Parse(
            """{"EffectivePolicy":{"PolicyContent":"{\"tags\":{\"team\":{\"tag_key\":\"Team\"}}}","LastUpdatedTimestamp":1,"TargetId":"111122223333","PolicyType":"TAG_POLICY"}}""", "test");

        Assert.Equal("111122223333", policy.AccountId);
        Assert.Equal("""{"tags":{"team":{"tag_key":"Team","tag_value":["*"]}}}""", policy.ToJson());
        Assert.Contains("account 111122223333", policy.Keys[0].TagKey.Origin!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_KeysInAnyCasingAndOrder_AreThoseOfTheEngine() =>
        Assert.Equal(
            """{"tags":{"b":{"tag_key":"b","tag_value":["*"]},"team":{"tag_key":"team","tag_value":["*"]}}}""",
            EffectivePolicyText.Parse("""{"tags":{"Team":{},"b":{}}}""", "test").ToJson());

    [Fact]
    public void Parse_Values_KnowTheirPlace() =>
        Assert.Equal("$.tags.team.tag_value[1]", EffectivePolicyText.Parse("""{"tags":{"team":{"tag_value":["a","b"]}}}""", "test").Keys[0].Values[1].Origin!.Path);

    [Fact]
    public void Parse_TargetThatIsNoText_IsNoAccount() =>
        Assert.Null(EffectivePolicyText.Parse("""{"EffectivePolicy":{"PolicyContent":"{\"tags\":{}}","TargetId":7}}""", "test").AccountId);

    [Theory]
    [InlineData("{", "$")]
    [InlineData("[]", "$")]
    [InlineData("{}", "$.tags")]
    [InlineData("""{"EffectivePolicy":{}}""", "$.EffectivePolicy.PolicyContent")]
    [InlineData("""{"EffectivePolicy":{"PolicyContent":7}}""", "$.EffectivePolicy.PolicyContent")]
    [InlineData("""{"EffectivePolicy":7}""", "$.EffectivePolicy.PolicyContent")]
    [InlineData("""{"EffectivePolicy":{"PolicyContent":"{","PolicyType":"TAG_POLICY"}}""", "PolicyContent")]
    [InlineData("""{"EffectivePolicy":{"PolicyContent":"{\"tags\":{}}","PolicyType":"BACKUP_POLICY"}}""", "$.EffectivePolicy.PolicyType")]
    [InlineData("""{"tags":[]}""", "$.tags")]
    [InlineData("""{"tags":{"team":[]}}""", "$.tags.team")]
    [InlineData("""{"tags":{"team":{"tag_key":{"@@assign":"Team"}}}}""", "$.tags.team.tag_key")]
    [InlineData("""{"tags":{"team":{"tag_key":"Squad"}}}""", "$.tags.team.tag_key")]
    [InlineData("""{"tags":{"team":{"tag_value":"a"}}}""", "$.tags.team.tag_value")]
    [InlineData("""{"tags":{"team":{"enforced_for":[1]}}}""", "$.tags.team.enforced_for")]
    [InlineData("""{"tags":{"team":{"enforced_for":["s3:bucket",1]}}}""", "$.tags.team.enforced_for")]
    [InlineData("""{"tags":{"team":{"values":[]}}}""", "$.tags.team.values")]
    public void Parse_Mistake_IsToldWithItsPath(string json, string path) =>
        Assert.Equal(path, Assert.Single(Assert.Throws<ProblemException>(() => EffectivePolicyText.Parse(json, "test")).Problems).Path);
}
