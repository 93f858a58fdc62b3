// Long because each quota and each option of the plan has its case here.
using System.Collections.Immutable;
using System.Text.Json;
using FinOps.Core.Governance.ControlPolicies;
using FinOps.Core.Governance.Guardrails;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Core.Tests.Tagging;

namespace FinOps.Core.Tests.Governance.Guardrails;

public sealed class GuardrailPlanTests
{
    private static readonly AttachedPolicy _fullAccess = new(GuardrailKind.ServiceControlPolicy, "FullAWSAccess", "{}");

    private static readonly GuardrailOptions _options = new() { BreakGlass = ["arn:aws:iam::*:role/break-glass"], TagEditors = ["arn:aws:iam::*:role/finops-*"], DenyOtherValues = true };

    private static readonly JsonSerializerOptions _minified = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly TagStandard _small = Standards.Parse("""
        version: 1
        keys:
          Team: { required: true, values: [a, b], tagPolicy: { enforcedFor: ["ec2:instance"], reportRequiredFor: ["s3:bucket"] } }
          Env: { requiredWhen: { Team: [a] }, pattern: '[a-z]+', example: dev }
        """);

    [Fact]
    public void Build_ReportOnly_AttachesTagPoliciesThatRefuseNothing()
    {
        var plan = GuardrailPlan.Build(_small, _options, [Target("ou-1", GuardrailForm.ReportOnly)]);

        Assert.Equal(["tag-Env-on-ou-1", "tag-Team-on-ou-1"], plan.Attachments.Select(attachment => attachment.Id));
        Assert.Equal(
            """{"tags":{"team":{"tag_key":{"@@assign":"Team","@@operators_allowed_for_child_policies":["@@none"]},"tag_value":{"@@assign":["a","b"],"@@operators_allowed_for_child_policies":["@@none"]},"report_required_tag_for":{"@@assign":["s3:bucket"],"@@operators_allowed_for_child_policies":["@@none"]}}}}""",
            plan.Policies.Single(policy => policy.Id == "tag-Team").Json);
    }

    [Fact]
    public void Build_Enforcing_AddsToWhatReportOnlyHasAndTakesNothingAway()
    {
        var reporting = GuardrailPlan.Build(_small, _options, [Target("ou-1", GuardrailForm.ReportOnly)]);
        var enforcing = GuardrailPlan.Build(_small, _options, [Target("ou-1", GuardrailForm.Enforcing)]);

        Assert.Empty(reporting.PoliciesFor("ou-1").Except(enforcing.PoliciesFor("ou-1")));
        Assert.Equal(["tag-enforcement", "scp-RequireTeam", "scp-KeepTags"], enforcing.PoliciesFor("ou-1").Except(reporting.PoliciesFor("ou-1")).Select(policy => policy.Id));
        Assert.Equal(
            """{"tags":{"team":{"tag_key":{"@@assign":"Team","@@operators_allowed_for_child_policies":["@@none"]},"enforced_for":{"@@assign":["ec2:instance"],"@@operators_allowed_for_child_policies":["@@none"]}}}}""",
            enforcing.Policies.Single(policy => policy.Id == "tag-enforcement").Json);
    }

    [Fact]
    public void Build_SmallStandard_DeniesByOneStatementAKey()
    {
        var options = _options with { Actions = ["ec2:RunInstances", "s3:CreateBucket"], TagEditors = [] };

        var policy = Assert.Single(GuardrailPlan.Build(_small, options, [Target("ou-1", GuardrailForm.Enforcing)]).Policies, policy => policy.Kind == GuardrailKind.ServiceControlPolicy);

        const string Exempt = "\"ArnNotLike\":{\"aws:PrincipalArn\":[\"arn:aws:iam::*:role/aws-service-role/*\",\"arn:aws:iam::*:role/break-glass\"]}";
        const string Machines = "\"Action\":\"ec2:RunInstances\",\"Resource\":[\"arn:aws:ec2:*:*:instance/*\",\"arn:aws:ec2:*:*:volume/*\"]";
        const string Buckets = "\"Action\":\"s3:CreateBucket\",\"Resource\":\"*\"";
        Assert.Equal(
            $$$"""{"Version":"2012-10-17","Statement":[{"Sid":"RequireTeam","Effect":"Deny",{{{Buckets}}},"Condition":{"Null":{"aws:RequestTag/Team":"true"},{{{Exempt}}}}},"""
            + $$$"""{"Sid":"AllowedTeam","Effect":"Deny",{{{Buckets}}},"Condition":{"Null":{"aws:RequestTag/Team":"false"},"StringNotLike":{"aws:RequestTag/Team":["a","b"]},{{{Exempt}}}}},"""
            + $$$"""{"Sid":"RequireTeamByArn","Effect":"Deny",{{{Machines}}},"Condition":{"Null":{"aws:RequestTag/Team":"true"},{{{Exempt}}}}},"""
            + $$$"""{"Sid":"AllowedTeamByArn","Effect":"Deny",{{{Machines}}},"Condition":{"Null":{"aws:RequestTag/Team":"false"},"StringNotLike":{"aws:RequestTag/Team":["a","b"]},{{{Exempt}}}}},"""
            + $$$"""{"Sid":"RequireEnvWithTeam","Effect":"Deny",{{{Buckets}}},"Condition":{"Null":{"aws:RequestTag/Env":"true"},"StringEquals":{"aws:RequestTag/Team":"a"},{{{Exempt}}}}},"""
            + $$$"""{"Sid":"RequireEnvWithTeamByArn","Effect":"Deny",{{{Machines}}},"Condition":{"Null":{"aws:RequestTag/Env":"true"},"StringEquals":{"aws:RequestTag/Team":"a"},{{{Exempt}}}}}]}""",
            policy.Json);
    }

    [Fact]
    public void Build_ShippedStandard_FitsBesideFullAwsAccess()
    {
        var plan = GuardrailPlan.Build(Standards.Shipped, _options, [Target("r-ab12", GuardrailForm.Enforcing)]);

        var denials = plan.Policies.Where(policy => policy.Kind == GuardrailKind.ServiceControlPolicy).ToList();
        Assert.InRange(denials.Count, 2, 4);
        Assert.All(denials, policy => Assert.InRange(policy.ByteCount, 1, 5_120));
        Assert.All(denials, policy => Assert.Empty(ScpDocument.Check(policy.Name, policy.Json)));
        Assert.All(plan.Policies, policy => Assert.Equal(Minified(policy.Json), policy.Json));
    }

    [Fact]
    public void Build_Twice_IsTheSameAndKeepsItsIdsWhenAKeyGoes()
    {
        var target = Target("r-ab12", GuardrailForm.Enforcing);
        var plan = GuardrailPlan.Build(Standards.Shipped, _options, [target]);

        Assert.Equal(plan.Policies.ToList(), GuardrailPlan.Build(Standards.Shipped, _options, [target]).Policies.ToList());

        var yaml = File.ReadAllText(Standards.ShippedPath);
        var from = yaml.IndexOf("  Owner:", StringComparison.Ordinal);
        var without = Standards.Parse(yaml.Remove(from, yaml.IndexOf("# The values of Team", StringComparison.Ordinal) - from));
        var left = GuardrailPlan.Build(without, _options, [target]);

        Assert.Empty(left.Attachments.Select(attachment => attachment.Id).Except(plan.Attachments.Select(attachment => attachment.Id)));
    }

    [Fact]
    public void Build_NoTarget_NeedsNoPolicy() => Assert.Empty(GuardrailPlan.Build(Standards.Shipped, _options, []).Policies);

    [Fact]
    public void Build_OwnPoliciesAttachedAlready_AreNotCountedTwice()
    {
        var first = GuardrailPlan.Build(Standards.Shipped, _options, [Target("r-ab12", GuardrailForm.Enforcing)]);
        var deployed = Target("r-ab12", GuardrailForm.Enforcing, [_fullAccess, .. first.Policies.Select(policy => new AttachedPolicy(policy.Kind, policy.Name, policy.Json))]);

        Assert.Equal(first.Policies.ToList(), GuardrailPlan.Build(Standards.Shipped, _options, [deployed]).Policies.ToList());
    }

    [Fact]
    public void Build_BadOptionsAndFullTargets_ListsEveryMistake()
    {
        var options = _options with
        {
            Actions = ["ec2:RunInstance", "route53:CreateHostedZone", "s3:CreateBucket", "s3:CreateBucket"],
            BreakGlass = ["arn:aws:sts::111122223333:assumed-role/break-glass/me"],
            TagEditors = ["arn:aws:iam::*:role/*"],
            ChildOperators = ["@@none", "@@asign"],
        };
        var crowded = Target("ou-1", GuardrailForm.Enforcing,
        [
            .. Enumerable.Range(1, 5).Select(number => new AttachedPolicy(GuardrailKind.ServiceControlPolicy, $"other-{number}", "{}")),
            .. Enumerable.Range(1, 9).Select(number => new AttachedPolicy(GuardrailKind.TagPolicy, $"other-tag-{number}", "{\"tags\":{}}")),
        ]);

        var problems = Assert.Throws<ProblemException>(() => GuardrailPlan.Build(_small, options, [crowded, crowded])).Problems;

        Assert.Equal(
        [
            ("FIN2064", "guardrails.actions"), ("FIN2064", "guardrails.actions"), ("FIN2064", "guardrails.actions"), ("FIN2065", "guardrails.breakGlass"),
            ("FIN2065", "guardrails.tagEditors"), ("FIN2066", "guardrails.childOperators"), ("FIN2066", "guardrails.childOperators"), ("FIN2067", "guardrails"),
            ("FIN2061", "guardrails.targets.ou-1"), ("FIN2062", "guardrails.targets.ou-1"),
        ], problems.Select(problem => (problem.Id, problem.Path)));
        Assert.Contains("ec2:RunInstances", problems[0].Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_ValuesThatFillAPolicy_AreAProblemAndNotASilentGap()
    {
        var standard = Standards.Parse($"version: 1\nkeys: {{ Team: {{ required: true, values: [{string.Join(", ", Enumerable.Range(100, 300).Select(number => $"team-number-{number}"))}] }} }}");

        var problems = Assert.Throws<ProblemException>(() => GuardrailPlan.Build(standard, _options, [Target("ou-1", GuardrailForm.Enforcing)])).Problems;

        Assert.All(problems, problem => Assert.Equal("FIN2060", problem.Id));
        Assert.NotEmpty(GuardrailPlan.Build(standard, _options with { DenyOtherValues = false }, [Target("ou-1", GuardrailForm.Enforcing)]).Policies);
    }

    [Fact]
    public void Build_StrangersPolicyThatForbidsOurs_IsAProblem()
    {
        var root = new GuardrailPlace("r-ab12", [new AttachedPolicy(GuardrailKind.TagPolicy, "legacy", """{"tags":{"team":{"tag_value":{"@@assign":["z"],"@@operators_allowed_for_child_policies":["@@none"]}}}}""")]);

        var problem = Assert.Single(Assert.Throws<ProblemException>(() => GuardrailPlan.Build(_small, _options, [Target("ou-1", GuardrailForm.ReportOnly) with { Above = [root] }])).Problems);

        Assert.Equal(("FIN2070", "guardrails.targets.ou-1"), (problem.Id, problem.Path));
        Assert.Contains("legacy on r-ab12", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_OwnPoliciesOnTwoLevels_AreNoProblem()
    {
        var root = Target("r-ab12", GuardrailForm.ReportOnly);
        var unit = Target("ou-1", GuardrailForm.Enforcing) with { Above = [new GuardrailPlace("r-ab12", root.Attached)] };

        Assert.Equal(2, GuardrailPlan.Build(_small, _options, [root, unit]).Attachments.Count(attachment => attachment.Policy.Id == "tag-Team"));
    }

    [Fact]
    public void Build_EffectivePolicyTooLarge_IsAProblem()
    {
        var values = string.Join(',', Enumerable.Range(0, 240).Select(number => $"\"{new string('v', 30)}{number:000}\""));
        var many = Enumerable.Range(0, 50).Select(number => new AttachedPolicy(GuardrailKind.TagPolicy, $"legacy-{number}", "{\"tags\":{\"key" + number + "\":{\"tag_value\":{\"@@assign\":[" + values + "]}}}}"));

        var problems = Assert.Throws<ProblemException>(() => GuardrailPlan.Build(_small, _options, [Target("ou-1", GuardrailForm.ReportOnly) with { Above = [new GuardrailPlace("r-ab12", [.. many])] }])).Problems;

        Assert.Equal("FIN2069", Assert.Single(problems).Id);
    }

    [Fact]
    public void Build_TypeThatTagPoliciesDoNotKnow_IsAProblem()
    {
        var standard = Standards.Parse("version: 1\nkeys: { Team: { values: [a], tagPolicy: { enforcedFor: [\"ec2:instances\"], reportRequiredFor: [\"nothing:ALL_SUPPORTED\"] } } }");

        var problems = Assert.Throws<ProblemException>(() => GuardrailPlan.Build(standard, _options, [])).Problems;

        Assert.Equal([("FIN2071", "keys.Team.tagPolicy.enforcedFor"), ("FIN2071", "keys.Team.tagPolicy.reportRequiredFor")], problems.Select(problem => (problem.Id, problem.Path)));
        Assert.Equal("Did you mean ec2:instance?", problems[0].Fix);
    }

    [Fact]
    public void TaggedCreations_EveryLine_NamesTypesThatTheStandardCanJudge()
    {
        Assert.True(TaggedCreation.All.Count > 60);
        Assert.All(TaggedCreation.All, creation => Assert.All(creation.Types, type => Assert.StartsWith("aws:", type, StringComparison.Ordinal)));
        Assert.All(TaggedCreation.All, creation => Assert.Empty(creation.Resources.Intersect(creation.Others)));
        Assert.All(GuardrailOptions.CostlyActions, action => Assert.NotNull(TaggedCreation.Find(action)));
    }

    private static GuardrailTarget Target(string id, GuardrailForm form, ImmutableArray<AttachedPolicy>? attached = null) => new(id, id, form, attached ?? [_fullAccess]);

    private static string Minified(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, _minified);
    }
}
