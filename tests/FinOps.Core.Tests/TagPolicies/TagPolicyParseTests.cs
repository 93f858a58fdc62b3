using FinOps.Core.Problems;
using FinOps.Core.TagPolicies;

namespace FinOps.Core.Tests.TagPolicies;

public sealed class TagPolicyParseTests
{
    [Theory]
    [InlineData("{", "FIN2040", "$")]
    [InlineData("""{"tags":{},}""", "FIN2040", "$")]
    [InlineData("[]", "FIN2041", "$")]
    [InlineData("{}", "FIN2041", "$")]
    [InlineData("""{"tags":{},"tag":{}}""", "FIN2041", "$.tag")]
    [InlineData("""{"tags":{},"tags":{}}""", "FIN2041", "$.tags")]
    [InlineData("""{"tags":[]}""", "FIN2041", "$.tags")]
    [InlineData("""{"tags":{"@@assign":{}}}""", "FIN2041", "$.tags.@@assign")]
    [InlineData("""{"tags":{"team":{},"Team":{}}}""", "FIN2041", "$.tags.Team")]
    [InlineData("""{"tags":{"":{}}}""", "FIN2042", "$.tags.")]
    [InlineData("""{"tags":{"a#b":{}}}""", "FIN2042", "$.tags.a#b")]
    [InlineData("""{"tags":{"team":[]}}""", "FIN2041", "$.tags.team")]
    [InlineData("""{"tags":{"team":{"tag_values":{}}}}""", "FIN2041", "$.tags.team.tag_values")]
    [InlineData("""{"tags":{"team":{"tag_value":{},"TAG_VALUE":{}}}}""", "FIN2041", "$.tags.team.TAG_VALUE")]
    [InlineData("""{"tags":{"team":{"tag_value":{},"tag_value":{}}}}""", "FIN2041", "$.tags.team.tag_value")]
    [InlineData("""{"tags":{"team":{"tag_key":"Team"}}}""", "FIN2041", "$.tags.team.tag_key")]
    [InlineData("""{"tags":{"team":{"tag_key":{"@@assign":"Squad"}}}}""", "FIN2042", "$.tags.team.tag_key.@@assign")]
    [InlineData("""{"tags":{"team":{"tag_key":{"@@assign":["Team"]}}}}""", "FIN2042", "$.tags.team.tag_key.@@assign")]
    [InlineData("""{"tags":{"team":{"tag_key":{"@@append":["Team"]}}}}""", "FIN2041", "$.tags.team.tag_key.@@append")]
    [InlineData("""{"tags":{"team":{"tag_value":{"@@assign":"a"}}}}""", "FIN2041", "$.tags.team.tag_value.@@assign")]
    [InlineData("""{"tags":{"team":{"tag_value":{"@@assign":[null]}}}}""", "FIN2041", "$.tags.team.tag_value.@@assign[0]")]
    [InlineData("""{"tags":{"team":{"tag_value":{"@@append":["a",{}]}}}}""", "FIN2041", "$.tags.team.tag_value.@@append[1]")]
    [InlineData("""{"tags":{"team":{"tag_value":{"@@assign":["*a*"]}}}}""", "FIN2042", "$.tags.team.tag_value.@@assign[0]")]
    [InlineData("""{"tags":{"team":{"tag_value":{"@@remove":["a#"]}}}}""", "FIN2042", "$.tags.team.tag_value.@@remove[0]")]
    [InlineData("""{"tags":{"team":{"tag_value":{"@@assing":["a"]}}}}""", "FIN2041", "$.tags.team.tag_value.@@assing")]
    [InlineData("""{"tags":{"team":{"tag_value":{"@@assign":["a"],"@@assign":["b"]}}}}""", "FIN2041", "$.tags.team.tag_value.@@assign")]
    [InlineData("""{"tags":{"team":{"tag_value":{"enforced_for":{}}}}}""", "FIN2041", "$.tags.team.tag_value.enforced_for")]
    [InlineData("""{"tags":{"team":{"enforced_for":{"@@assign":["instance"]}}}}""", "FIN2042", "$.tags.team.enforced_for.@@assign[0]")]
    [InlineData("""{"tags":{"team":{"enforced_for":{"@@assign":[":instance"]}}}}""", "FIN2042", "$.tags.team.enforced_for.@@assign[0]")]
    [InlineData("""{"tags":{"team":{"enforced_for":{"@@assign":["appmesh:mesh//route"]}}}}""", "FIN2042", "$.tags.team.enforced_for.@@assign[0]")]
    [InlineData("""{"tags":{"team":{"enforced_for":{"@@assign":["EC2:instance"]}}}}""", "FIN2042", "$.tags.team.enforced_for.@@assign[0]")]
    [InlineData("""{"tags":{"team":{"report_required_tag_for":{"@@assign":["ec2:"]}}}}""", "FIN2042", "$.tags.team.report_required_tag_for.@@assign[0]")]
    [InlineData("""{"tags":{"@@operators_allowed_for_child_policies":"@@none"}}""", "FIN2041", "$.tags.@@operators_allowed_for_child_policies")]
    [InlineData("""{"tags":{"@@operators_allowed_for_child_policies":[]}}""", "FIN2041", "$.tags.@@operators_allowed_for_child_policies")]
    [InlineData("""{"tags":{"a":{"@@operators_allowed_for_child_policies":["none"]}}}""", "FIN2042", "$.tags.a.@@operators_allowed_for_child_policies[0]")]
    [InlineData("""{"tags":{"a":{"@@operators_allowed_for_child_policies":["@@append","@@none"]}}}""", "FIN2042", "$.tags.a.@@operators_allowed_for_child_policies[1]")]
    [InlineData("""{"tags":{"a":{"@@operators_allowed_for_child_policies":["@@all","@@append"]}}}""", "FIN2042", "$.tags.a.@@operators_allowed_for_child_policies[0]")]
    public void Parse_OneMistake_IsToldWithItsPath(string document, string id, string path)
    {
        var problem = Assert.Single(Problems(document));

        Assert.Equal((id, path), (problem.Id, problem.Path));
        Assert.Equal("tag policy test (p-1)", problem.File);
        Assert.All([problem.Found, problem.Allowed, problem.Fix], Assert.NotEmpty);
    }

    [Fact]
    public void Parse_ManyMistakes_AreToldAtOnce() =>
        Assert.Equal(
            ["$.tags.team.tag_key.@@assign", "$.tags.team.tag_value.@@assign", "$.tags.cost.enforced_for.@@assign[1]"],
            Problems("""{"tags":{"team":{"tag_key":{"@@assign":"x"},"tag_value":{"@@assign":"a"}},"cost":{"enforced_for":{"@@assign":["ec2:instance","x"]}}}}""").Select(problem => problem.Path));

    [Fact]
    public void Parse_KeyThatBeginsLikeAnOperator_IsAKey() => Assert.Empty(Problems("""{"tags":{"@team":{}}}"""));

    [Fact]
    public void Parse_NoJson_TellsLineAndByte() => Assert.Equal("no JSON at line 2, byte 3", Assert.Single(Problems("{\n  x")).Found);

    [Theory]
    [InlineData(80, 80)]
    [InlineData(81, 80)]
    public void Parse_LongText_IsQuotedInPart(int length, int shown)
    {
        var found = Assert.Single(Problems("""{"tags":{"team":{"tag_key":{"@@assign":"NAME"}}}}""".Replace("NAME", new string('x', length), StringComparison.Ordinal))).Found;

        Assert.Equal((shown + "''".Length, length > 80), (found.Length, found.EndsWith("...'", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(10_000, 0)]
    [InlineData(10_001, 1)]
    public void Parse_Size_IsCountedInBytes(int bytes, int problems)
    {
        var document = """{"tags":{"ä":{}}}""";
        var padded = document + new string(' ', bytes - System.Text.Encoding.UTF8.GetByteCount(document));

        Assert.Equal(problems, Problems(padded).Count(problem => problem.Id == "FIN2043"));
    }

    [Theory]
    [InlineData(256, 0)]
    [InlineData(257, 1)]
    public void Parse_LengthOfAValue_IsLimited(int length, int problems) =>
        Assert.Equal(problems, Problems($$$$$$"""{"tags":{"a":{"tag_value":{"@@assign":["{{{{{{new string('x', length)}}}}}}"]}}}}""").Count);

    [Theory]
    [InlineData(128, 0)]
    [InlineData(129, 1)]
    public void Parse_LengthOfAKey_IsLimited(int length, int problems) => Assert.Equal(problems, Problems($$$$$$"""{"tags":{"{{{{{{new string('x', length)}}}}}}":{}}}""").Count);

    [Theory]
    [InlineData("300*")]
    [InlineData("*@example.com")]
    [InlineData("*")]
    [InlineData("Escalations - research")]
    [InlineData("")]
    public void Parse_Value_MayHaveOneStar(string value) => Assert.Empty(Problems($$$$$$"""{"tags":{"a":{"tag_value":{"@@assign":["{{{{{{value}}}}}}"]}}}}"""));

    [Theory]
    [InlineData("states:stateMachine")]
    [InlineData("appmesh:mesh/virtualRouter/route")]
    [InlineData("budgets:budget/action")]
    [InlineData("secretsmanager:ALL_SUPPORTED")]
    [InlineData("redshift:*")]
    [InlineData("emr-serverless:applications")]
    [InlineData("some-service:some_type")]
    public void Parse_TypeNames_AreThoseOfOrganizations(string type) => Assert.Empty(Problems($$$$$$"""{"tags":{"a":{"enforced_for":{"@@assign":["{{{{{{type}}}}}}"]}}}}"""));

    private static IReadOnlyList<Problem> Problems(string document)
    {
        try
        {
            TagPolicy.Parse("p-1", "test", document);
            return [];
        }
        catch (ProblemException mistakes)
        {
            return mistakes.Problems;
        }
    }
}
