using System.Text.Json.Nodes;
using FinOps.Core.Problems;
using FinOps.Core.TagPolicies;

namespace FinOps.Core.Tests.TagPolicies;

public sealed class PolicyOrganizationTests
{
    private const string Good = """
        {"version":1,
         "targets":[
          {"id":"r-root","name":"Root","kind":"root","policies":["p-1"]},
          {"id":"ou-1","name":"Shop","kind":"unit","parent":"r-root","policies":[]},
          {"id":"111122223333","name":"shop-prod","kind":"account","parent":"ou-1","policies":["p-2"]}],
         "policies":[
          {"id":"p-1","name":"tags","content":{"tags":{"team":{"tag_key":{"@@assign":"Team"},"tag_value":{"@@assign":["a"]}}}}},
          {"id":"p-2","name":"more","content":{"tags":{"team":{"tag_value":{"@@append":["b"]}}}}}]}
        """;

    [Fact]
    public void Parse_Bundle_GivesTheEffectivePolicy() =>
        Assert.Equal("""{"tags":{"team":{"tag_key":"Team","tag_value":["a","b"]}}}""", PolicyOrganization.Parse(Good, "test").EffectiveFor("111122223333").ToJson());

    [Fact]
    public void ToJson_ReadBack_IsTheSame()
    {
        var organization = PolicyOrganization.Parse(Good, "test");

        Assert.Equal(organization.ToJson(), PolicyOrganization.Parse(organization.ToJson(), "again").ToJson());
    }

    [Fact]
    public void ToJson_IsWhatWasRead()
    {
        var json = Good.Replace("[\"p-1\"]", "[\"p-2\",\"p-1\"]", StringComparison.Ordinal);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(PolicyOrganization.Parse(json, "test").ToJson())));
    }

    [Theory]
    [InlineData("111122223334")]
    [InlineData("ou-1")]
    public void EffectiveFor_NoAccount_IsRefused(string account)
    {
        var problem = Assert.Single(Assert.Throws<ProblemException>(() => PolicyOrganization.Parse(Good, "test").EffectiveFor(account)).Problems);

        Assert.Equal(("FIN2045", "one of the 1 accounts of the organization"), (problem.Id, problem.Allowed));
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2", "$.version")]
    [InlineData("\"version\":1", "\"version\":1,\"x\":1", "$.x")]
    [InlineData("\"kind\":\"unit\"", "\"kind\":\"ou\"", "$.targets[1].kind")]
    [InlineData("\"kind\":\"unit\"", "\"kind\":\"unit\",\"x\":1", "$.targets[1].x")]
    [InlineData("\"name\":\"tags\"", "\"name\":\"tags\",\"x\":1", "$.policies[0].x")]
    [InlineData("\"kind\":\"unit\",\"parent\":\"r-root\"", "\"kind\":\"root\"", "$.targets")]
    [InlineData("\"policies\":[\"p-1\"]", "\"policies\":[\"P-1\"]", "$.targets[0].policies[0]")]
    [InlineData("[\"p-2\"]}", "[\"p-2\"]},{\"id\":\"444455556666\",\"name\":\"x\",\"kind\":\"account\",\"parent\":\"111122223333\",\"policies\":[]}", "$.targets[3].parent")]
    [InlineData("\"name\":\"more\",\"content\":{", "\"name\":\"more\",\"contents\":{", "$.policies[1].content")]
    [InlineData("\"name\":\"Shop\"", "\"name\":\"\"", "$.targets[1].name")]
    [InlineData("\"name\":\"Shop\",", "", "$.targets[1].name")]
    [InlineData("\"name\":\"Shop\"", "\"name\":7", "$.targets[1].name")]
    [InlineData("\"parent\":\"r-root\"", "\"parent\":\"r-other\"", "$.targets[1].parent")]
    [InlineData("\"parent\":\"r-root\",", "", "$.targets[1].parent")]
    [InlineData("\"parent\":\"r-root\"", "\"parent\":\"111122223333\"", "$.targets[1].parent")]
    [InlineData("\"kind\":\"root\"", "\"kind\":\"root\",\"parent\":\"ou-1\"", "$.targets[0].parent")]
    [InlineData("\"id\":\"r-root\",\"name\":\"Root\",\"kind\":\"root\"", "\"id\":\"r-root\",\"name\":\"Root\",\"kind\":\"unit\",\"parent\":\"ou-1\"", "$.targets")]
    [InlineData("\"policies\":[\"p-1\"]", "\"policies\":[\"p-3\"]", "$.targets[0].policies[0]")]
    [InlineData("\"policies\":[\"p-1\"]", "\"policies\":[\"p-1\",\"p-1\"]", "$.targets[0].policies[1]")]
    [InlineData("\"policies\":[\"p-1\"]", "\"policies\":[5]", "$.targets[0].policies[0]")]
    [InlineData("\"policies\":[\"p-1\"]", "\"policies\":[\"p-1\",\"p-1\",\"p-1\",\"p-1\",\"p-1\",\"p-1\",\"p-1\",\"p-1\",\"p-1\",\"p-1\",\"p-1\"]", "$.targets[0].policies")]
    [InlineData("\"id\":\"ou-1\"", "\"id\":\"r-root\"", "$.targets[1].id")]
    [InlineData("\"id\":\"p-2\"", "\"id\":\"p-1\"", "$.policies[1].id")]
    [InlineData("\"@@append\"", "\"@@apend\"", "$.tags.team.tag_value.@@apend")]
    [InlineData("{\"version\":1,", "[{\"version\":1,", "$")]
    public void Parse_Mistake_IsToldWithItsPath(string good, string bad, string path) =>
        Assert.Contains(path, Assert.Throws<ProblemException>(() => PolicyOrganization.Parse(Good.Replace(good, bad, StringComparison.Ordinal), "test")).Problems.Select(problem => problem.Path));

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{\"version\":1,\"targets\":[7],\"policies\":[\"x\"]}")]
    [InlineData("{}")]
    [InlineData("{\"version\":1,\"targets\":{},\"policies\":\"x\"}")]
    public void Parse_AnotherShape_IsAProblemAndNoCrash(string json) => Assert.NotEmpty(Assert.Throws<ProblemException>(() => PolicyOrganization.Parse(json, "test")).Problems);

    [Fact]
    public void Parse_ParentsInACircle_AreRefused()
    {
        var units = """{"id":"ou-1","name":"Shop","kind":"unit","parent":"ou-2","policies":[]},{"id":"ou-2","name":"Other","kind":"unit","parent":"ou-1","policies":[]}""";
        var bad = Good.Replace("""{"id":"ou-1","name":"Shop","kind":"unit","parent":"r-root","policies":[]}""", units, StringComparison.Ordinal);

        var problems = Assert.Throws<ProblemException>(() => PolicyOrganization.Parse(bad, "test")).Problems;

        Assert.All(problems, problem => Assert.Equal("a way up to the root", problem.Allowed));
        Assert.Contains("$.targets[1].parent", problems.Select(problem => problem.Path));
    }

    [Theory]
    [InlineData("\"kind\":\"unit\",", "", "$.targets[1].kind", "no text")]
    [InlineData("[\"p-1\"]", "[5]", "$.targets[0].policies[0]", "5")]
    public void Parse_Mistake_IsToldFirstAsWhatItIs(string good, string bad, string path, string found)
    {
        var problems = Assert.Throws<ProblemException>(() => PolicyOrganization.Parse(Good.Replace(good, bad, StringComparison.Ordinal), "test")).Problems;

        Assert.Equal(found, problems.First(problem => problem.Path == path).Found);
        Assert.DoesNotContain("''", problems.Where(problem => problem.Path == "$.targets[1].kind").Select(problem => problem.Found));
    }

    [Fact]
    public void Parse_MistakeInAPolicy_NamesThePolicy() =>
        Assert.Equal(
            "test: policy more (p-2)",
            Assert.Single(Assert.Throws<ProblemException>(() => PolicyOrganization.Parse(Good.Replace("@@append", "@@apend", StringComparison.Ordinal), "test")).Problems).File);

    /// <summary>The file is indented for review; Organizations counts what is sent.</summary>
    [Fact]
    public void Parse_WhiteSpaceOfTheFile_IsNotPartOfAPolicy() =>
        Assert.Equal(2, PolicyOrganization.Parse(Good.Replace("{\"@@append\"", "{" + new string(' ', 10_000) + "\"@@append\"", StringComparison.Ordinal), "test").Policies.Count);

    [Theory]
    [InlineData(10, 0)]
    [InlineData(11, 1)]
    public void Create_PoliciesOnOneTarget_AreLimited(int count, int problems)
    {
        var ids = Enumerable.Range(0, count).Select(number => $"p-{number}").ToArray();
        PolicyTarget root = new("r-root", "Root", PolicyTargetKind.Root, null, [.. ids]);

        var mistakes = Record.Exception(() => PolicyOrganization.Create("test", [root], ids.Select(id => (id, id, """{"tags":{}}""")))) as ProblemException;

        Assert.Equal(problems, mistakes?.Problems.Count ?? 0);
    }

    [Fact]
    public void Parse_MistakesEverywhere_AreToldAtOnce()
    {
        var bad = Good.Replace("\"kind\":\"unit\"", "\"kind\":\"ou\"", StringComparison.Ordinal).Replace("\"@@append\"", "\"@@apend\"", StringComparison.Ordinal).Replace("[\"p-2\"]", "[\"p-9\"]", StringComparison.Ordinal);

        Assert.True(Assert.Throws<ProblemException>(() => PolicyOrganization.Parse(bad, "test")).Problems.Count >= 3);
    }
}
