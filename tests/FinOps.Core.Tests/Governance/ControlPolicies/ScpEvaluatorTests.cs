// Long because each operator of conditions and each way to be unsure has its case here.
using System.Collections.Immutable;
using FinOps.Core.Governance.ControlPolicies;
using FinOps.Core.Problems;

namespace FinOps.Core.Tests.Governance.ControlPolicies;

public sealed class ScpEvaluatorTests
{
    private const string Deploy = "arn:aws:iam::111122223333:role/deploy";
    private const string Instance = "arn:aws:ec2:eu-west-1:111122223333:instance/*";
    private const string FullAccess = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";

    [Theory]
    // Positive operators need the key; negated ones hold without it, IfExists or not; Null asks for the key itself.
    [InlineData("""{"StringEquals":{"aws:RequestTag/Team":"a"}}""", "a", ScpOutcome.Denied)]
    [InlineData("""{"StringEquals":{"aws:RequestTag/Team":"a"}}""", "A", ScpOutcome.Allowed)]
    [InlineData("""{"StringEquals":{"aws:RequestTag/Team":["a","b"]}}""", "b", ScpOutcome.Denied)]
    [InlineData("""{"StringEquals":{"aws:RequestTag/Team":"a"}}""", null, ScpOutcome.Allowed)]
    [InlineData("""{"StringEqualsIfExists":{"aws:RequestTag/Team":"a"}}""", null, ScpOutcome.Denied)]
    [InlineData("""{"StringNotEquals":{"aws:RequestTag/Team":["a","b"]}}""", null, ScpOutcome.Denied)]
    [InlineData("""{"StringNotEqualsIfExists":{"aws:RequestTag/Team":["a","b"]}}""", null, ScpOutcome.Denied)]
    [InlineData("""{"StringNotEquals":{"aws:RequestTag/Team":["a","b"]}}""", "b", ScpOutcome.Allowed)]
    [InlineData("""{"StringNotEquals":{"aws:RequestTag/Team":["a","b"]}}""", "c", ScpOutcome.Denied)]
    [InlineData("""{"StringEqualsIgnoreCase":{"aws:RequestTag/Team":"a"}}""", "A", ScpOutcome.Denied)]
    [InlineData("""{"StringNotEqualsIgnoreCase":{"aws:RequestTag/Team":"a"}}""", "A", ScpOutcome.Allowed)]
    [InlineData("""{"StringLike":{"aws:RequestTag/Team":"pay*s"}}""", "payments", ScpOutcome.Denied)]
    [InlineData("""{"StringLike":{"aws:RequestTag/Team":"pa?"}}""", "pay", ScpOutcome.Denied)]
    [InlineData("""{"StringNotLike":{"aws:RequestTag/Team":"pay*"}}""", "search", ScpOutcome.Denied)]
    [InlineData("""{"StringNotLike":{"aws:RequestTag/Team":"pay*"}}""", "payments", ScpOutcome.Allowed)]
    [InlineData("""{"Null":{"aws:RequestTag/Team":"true"}}""", null, ScpOutcome.Denied)]
    [InlineData("""{"Null":{"aws:RequestTag/Team":true}}""", "a", ScpOutcome.Allowed)]
    [InlineData("""{"Null":{"aws:requesttag/team":"false"}}""", "a", ScpOutcome.Denied)]
    // Two keys in one block are an AND: the one that is there saves the call. The generators never write this.
    [InlineData("""{"Null":{"aws:RequestTag/Team":"true","aws:RequestTag/CostCenter":"true"}}""", "a", ScpOutcome.Allowed)]
    [InlineData("""{"ForAnyValue:StringEquals":{"aws:TagKeys":["Team"]}}""", "a", ScpOutcome.Denied)]
    [InlineData("""{"ForAnyValue:StringEquals":{"aws:TagKeys":["Team"]}}""", null, ScpOutcome.Allowed)]
    [InlineData("""{"ForAnyValue:StringNotEquals":{"aws:TagKeys":["Team"]}}""", "a", ScpOutcome.Allowed)]
    [InlineData("""{"ForAllValues:StringEquals":{"aws:TagKeys":["Team"]}}""", null, ScpOutcome.Denied)]
    [InlineData("""{"ForAllValues:StringEquals":{"aws:TagKeys":["Other"]}}""", "a", ScpOutcome.Allowed)]
    [InlineData("""{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/dep*"}}""", null, ScpOutcome.Denied)]
    [InlineData("""{"ArnNotLike":{"aws:PrincipalArn":["arn:aws:iam::*:role/other","arn:aws:iam::*:role/dep*"]}}""", null, ScpOutcome.Allowed)]
    // A wildcard of one part of an ARN does not reach into the next.
    [InlineData("""{"ArnEquals":{"aws:PrincipalArn":"arn:aws:*:role/deploy"}}""", null, ScpOutcome.CannotJudge)]
    [InlineData("""{"BoolIfExists":{"aws:ViaAWSService":"true"}}""", null, ScpOutcome.Allowed)]
    [InlineData("""{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""", null, ScpOutcome.CannotJudge)]
    [InlineData("""{"NumericLessThan":{"aws:RequestTag/Team":"5"}}""", "3", ScpOutcome.CannotJudge)]
    [InlineData("""{"StringEquals":{"aws:RequestTag/Team":"${aws:PrincipalTag/Team}"}}""", "a", ScpOutcome.CannotJudge)]
    // What one condition cannot say, another that does not hold settles.
    [InlineData("""{"Bool":{"aws:MultiFactorAuthPresent":"true"},"Null":{"aws:RequestTag/Team":"true"}}""", "a", ScpOutcome.Allowed)]
    public void Judge_Condition_IsReadAsIamReadsIt(string condition, string? team, ScpOutcome expected)
    {
        var request = Request("ec2:RunInstances", team is null ? [] : [("Team", team)]) with
        {
            Context = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("aws:ViaAWSService", ["false"]),
        };

        Assert.Equal(expected, Judge(request, Deny("ec2:RunInstances", "*", condition)).Outcome);
    }

    [Theory]
    [InlineData("ec2:runinstances", "*", ScpOutcome.Denied)]
    [InlineData("ec2:Run*", "*", ScpOutcome.Denied)]
    [InlineData("ec2:RunInstance?", "*", ScpOutcome.Denied)]
    [InlineData("ec2:Create*", "*", ScpOutcome.Allowed)]
    [InlineData("ec2:RunInstances", "arn:aws:ec2:*:*:instance/*", ScpOutcome.Denied)]
    [InlineData("ec2:RunInstances", "arn:aws:ec2:*:*:volume/*", ScpOutcome.Allowed)]
    public void Judge_ActionsAndResources_AreMatchedByPattern(string action, string resource, ScpOutcome expected) =>
        Assert.Equal(expected, Judge(Request("ec2:RunInstances", []), Deny(action, resource)).Outcome);

    [Fact]
    public void Judge_Denial_NamesTargetPolicyAndStatement()
    {
        var verdict = ScpEvaluator.Judge(Request("ec2:RunInstances", []),
        [
            new ScpLevel("r-ab12", [ScpDocument.Parse("FullAWSAccess", FullAccess)]),
            new ScpLevel("ou-ab12-canary00", [ScpDocument.Parse("FullAWSAccess", FullAccess), ScpDocument.Parse("guard", Deny("ec2:*", "*"))]),
        ]);

        Assert.Equal((ScpOutcome.Denied, "ou-ab12-canary00", "guard", "Stop"), (verdict.Outcome, verdict.TargetId, verdict.Policy, verdict.Statement));
        Assert.Equal("guard on ou-ab12-canary00 denies it by Stop.", verdict.Reason);
    }

    [Fact]
    public void Judge_LevelWithoutAllow_DeniesWithoutAStatement()
    {
        var verdict = ScpEvaluator.Judge(Request("ec2:RunInstances", []),
        [
            new ScpLevel("r-ab12", [ScpDocument.Parse("FullAWSAccess", FullAccess)]),
            new ScpLevel("ou-ab12-canary00", [ScpDocument.Parse("only-s3", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""")]),
        ]);

        Assert.Equal((ScpOutcome.Denied, "ou-ab12-canary00", null), (verdict.Outcome, verdict.TargetId, verdict.Statement));
    }

    [Fact]
    public void Judge_NotActionAndNotResource_AreInverted()
    {
        var guard = """{"Version":"2012-10-17","Statement":[{"Sid":"Stop","Effect":"Deny","NotAction":["iam:*"],"NotResource":"arn:aws:ec2:*:*:instance/*"}]}""";

        Assert.Equal(ScpOutcome.Allowed, Judge(Request("iam:CreateRole", []), guard).Outcome);
        Assert.Equal(ScpOutcome.Allowed, Judge(Request("ec2:RunInstances", []), guard).Outcome);
        Assert.Equal(ScpOutcome.Denied, Judge(Request("ec2:RunInstances", []) with { Resources = [new ScpResource("arn:aws:ec2:eu-west-1::image/ami-1")] }, guard).Outcome);
    }

    [Fact]
    public void Judge_WithoutResources_CannotJudgeStatementsThatNameSome()
    {
        var request = Request("ec2:RunInstances", []) with { Resources = [] };

        Assert.Equal(ScpOutcome.CannotJudge, Judge(request, Deny("ec2:RunInstances", "arn:aws:ec2:*:*:instance/*")).Outcome);
        Assert.Equal(ScpOutcome.Denied, Judge(request, Deny("ec2:RunInstances", "*")).Outcome);
    }

    [Fact]
    public void Judge_TagsOfOneResource_GoBeforeThoseOfTheRequest()
    {
        var untaggedVolume = Request("ec2:RunInstances", [("Team", "a")]) with
        {
            Resources = [new ScpResource(Instance), new ScpResource("arn:aws:ec2:eu-west-1:111122223333:volume/*") { RequestTags = ImmutableDictionary<string, string>.Empty }],
        };
        var guard = """{"Version":"2012-10-17","Statement":[{"Sid":"Stop","Effect":"Deny","Action":"ec2:RunInstances","Resource":["arn:aws:ec2:*:*:instance/*","arn:aws:ec2:*:*:volume/*"],"Condition":{"Null":{"aws:RequestTag/Team":"true"}}}]}""";

        Assert.Equal(ScpOutcome.Denied, Judge(untaggedVolume, guard).Outcome);
        Assert.Equal(ScpOutcome.Allowed, Judge(untaggedVolume with { Resources = [new ScpResource(Instance)] }, guard).Outcome);
    }

    [Fact]
    public void Judge_TagsNotKnownOrTwiceButForCasing_CannotBeJudged()
    {
        var guard = Deny("ec2:*", "*", """{"Null":{"aws:RequestTag/Team":"true"}}""");

        Assert.Equal(ScpOutcome.CannotJudge, Judge(Request("ec2:RunInstances", []) with { RequestTags = null }, guard).Outcome);
        Assert.Equal(ScpOutcome.CannotJudge, Judge(Request("ec2:RunInstances", [("Team", "a"), ("team", "a")]), guard).Outcome);
    }

    [Fact]
    public void Judge_ManagementAccountAndServiceLinkedRoles_AreNotBound()
    {
        var guard = Deny("*", "*");

        Assert.Equal(ScpOutcome.Denied, Judge(Request("ec2:RunInstances", []), guard).Outcome);
        Assert.Equal(ScpOutcome.Allowed, Judge(Request("ec2:RunInstances", []) with { ByManagementAccount = true }, guard).Outcome);
        Assert.Equal(ScpOutcome.Allowed, Judge(Request("ec2:RunInstances", []) with { PrincipalArn = "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling" }, guard).Outcome);
    }

    [Theory]
    [InlineData("""{"Sid":"Stop","Effect":"Deny","Principal":"*","Action":"ec2:*","Resource":"*"}""", "the element Principal")]
    [InlineData("""{"Sid":"Stop","Effect":"Deny","Action":"ec2:*"}""", "a statement without Resource")]
    [InlineData("""{"Sid":"Stop","Effect":"Maybe","Action":"ec2:*","Resource":"*"}""", "an Effect other than")]
    [InlineData("\"nothing\"", "a statement that is no object")]
    public void Judge_StatementNotKnown_IsNeverTakenForAllowed(string statement, string reason)
    {
        var verdict = Judge(Request("ec2:RunInstances", []), $$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""");

        Assert.Equal(ScpOutcome.CannotJudge, verdict.Outcome);
        Assert.Contains(reason, verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_CertainDenialBesideOneInDoubt_IsDenied()
    {
        var verdict = Judge(Request("ec2:RunInstances", []), Deny("ec2:*", "*", """{"Bool":{"aws:MultiFactorAuthPresent":"true"}}"""), Deny("ec2:*", "*"));

        Assert.Equal(ScpOutcome.Denied, verdict.Outcome);
    }

    [Fact]
    public void Check_BadDocument_ListsEveryMistake()
    {
        var problems = ScpDocument.Check("bad", """
            {"Version":"2008-10-17","Statement":[
              {"Sid":"One-Two","Effect":"Deny","Action":"RunInstances","Resource":"instance/*"},
              {"Sid":"Twice","Effect":"Deny","Action":"ec2:*","Resource":"*","Condition":{"DateLessThan":{"aws:CurrentTime":"2026-01-01T00:00:00Z"}}},
              {"Sid":"Twice","Effect":"Deny","Principal":"*","Action":"ec2:*","Resource":"*"}]}
            """.PadRight(5_200));

        Assert.Equal("FIN2060", problems[0].Id);
        Assert.All(problems.Skip(1), problem => Assert.Equal("FIN2063", problem.Id));
        Assert.Equal(["$", "$.Version", "$.Statement", "$.Statement[0].Sid", "$.Statement[0].Action", "$.Statement[0].Resource", "$.Statement[1].Condition", "$.Statement[2]"], problems.Select(problem => problem.Path));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"Version\":\"2012-10-17\"}")]
    public void Parse_NoPolicyDocument_IsAProblem(string text)
    {
        var problem = Assert.Single(Assert.Throws<ProblemException>(() => ScpDocument.Parse("bad", text)).Problems);

        Assert.Equal("FIN2063", problem.Id);
    }

    private static ScpRequest Request(string action, (string Key, string Value)[] tags) =>
        new(action, Deploy, [new ScpResource(Instance)], tags.ToImmutableDictionary(tag => tag.Key, tag => tag.Value));

    private static string Deny(string action, string resource, string condition = "{}") =>
        $$"""{"Version":"2012-10-17","Statement":[{"Sid":"Stop","Effect":"Deny","Action":"{{action}}","Resource":"{{resource}}","Condition":{{condition}}}]}""";

    private static ScpVerdict Judge(ScpRequest request, params string[] policies) =>
        ScpEvaluator.Judge(request, [new ScpLevel("r-ab12", [ScpDocument.Parse("FullAWSAccess", FullAccess), .. policies.Select(policy => ScpDocument.Parse("guard", policy))])]);
}
