using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using FinOps.Core.Governance.AccessPolicies;
using FinOps.Core.Governance.ControlPolicies;
using FinOps.Core.Problems;
using FinOps.Infra.Members;
using FinOps.Infra.Tests.Settings;
using FinOps.Infra.Tests.Stack;

namespace FinOps.Infra.Tests.Members;

/// <summary>The roles of member accounts, judged as IAM would judge them.</summary>
public sealed class MembersPlanTests
{
    private const string Instance = "arn:aws:ec2:eu-west-1:222222222222:instance/i-1";
    private static readonly AccessCaller _inventory = new("111111111111", "arn:aws:sts::111111111111:assumed-role/finops-tag-inventory/session");
    private static readonly AccessCaller _scheduler = new("222222222222", "arn:aws:sts::222222222222:assumed-role/finops-dev-scheduler/session");

    [Fact]
    public async Task DeclareAsync_NothingAsked_RegistersNothing()
    {
        var config = ValidConfig.Create();
        config.Remove("finops:members");

        var registered = await StackHarness.DeclareAsync(config);

        Assert.DoesNotContain(registered, each => each.Part == "members");
    }

    [Fact]
    public async Task Template_TwiceTheSameConfig_IsTheSameAndSmallEnough()
    {
        var (first, second) = (await TemplateAsync(), await TemplateAsync());

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.InRange(Encoding.UTF8.GetByteCount(first.ToJsonString()), 1, MemberTemplate.MaxBytes);
    }

    [Theory]
    [InlineData("dev", "weekdays", "ec2:StopInstances", AccessOutcome.Allowed)]
    [InlineData("dev", "weekdays", "ec2:TerminateInstances", AccessOutcome.NotAllowed)]
    [InlineData("dev", null, "ec2:StopInstances", AccessOutcome.NotAllowed)]
    [InlineData(null, "weekdays", "ec2:StopInstances", AccessOutcome.NotAllowed)]
    [InlineData("staging", "weekdays", "ec2:StopInstances", AccessOutcome.NotAllowed)]
    [InlineData("prod", "weekdays", "ec2:StopInstances", AccessOutcome.Denied)]
    public async Task Scheduler_TagsOfTheInstance_Decide(string? environment, string? schedule, string action, AccessOutcome expected)
    {
        var policy = PolicyOf(await TemplateAsync(), "Scheduler");
        var request = new ScpRequest(action, _scheduler.PrincipalArn, [new ScpResource(Instance)], null)
        {
            Context = Keys(("aws:ResourceTag/Environment", environment), ("aws:ResourceTag/Schedule", schedule)),
        };

        Assert.Equal(expected, AccessEvaluator.Judge(request, _scheduler, [policy]).Outcome);
    }

    [Theory]
    [InlineData("finops-dev-o-abcdefghij", "o-abcdefghij", true)]
    [InlineData("finops-prod-o-abcdefghij", "o-abcdefghij", false)]
    [InlineData("finops-dev-o-abcdefghij", "o-other", false)]
    [InlineData(null, "o-abcdefghij", false)]
    public async Task Trust_ExternalIdAndOrganization_MustBothFit(string? externalId, string organization, bool expected)
    {
        var template = await TemplateAsync();
        var request = new ScpRequest("sts:AssumeRole", _inventory.PrincipalArn, [], null) { Context = Keys(("sts:ExternalId", externalId), ("aws:PrincipalOrgID", organization)) };

        Assert.Equal(expected, AccessEvaluator.Trusts(request, _inventory, TrustOf(template, "Reader")));
        // The inventory's role has no business with starting and stopping.
        Assert.False(AccessEvaluator.Trusts(request, _inventory, TrustOf(template, "Scheduler")));
    }

    [Fact]
    public async Task DeclareAsync_NoEnvironments_HasNoScheduler()
    {
        var template = await TemplateAsync("enabled: true\nunits: [Workloads]\nenvironments: []");

        Assert.Equal(["Reader"], template["Resources"]!.AsObject().Select(resource => resource.Key));
    }

    [Fact]
    public async Task DeclareAsync_Mistakes_AreAllTold()
    {
        var config = ValidConfig.Create();
        config["finops:members"] = StackFile.Json("enabled: true\nunits: [Workloads, Prod, Nowhere]\nenvironments: [dev, qa, prod]");
        var mocks = new OrganizationMocks();

        var problems = (await Assert.ThrowsAsync<ProblemException>(() => StackHarness.DeclareAsync(config, new string('x', 48), mocks))).Problems;

        Assert.Equal(
            ["FIN1102 finops:members.units[2]", "FIN1260 finops:members.units[1]", "FIN1261 finops:members.environments[1]", "FIN1261 finops:members.environments[2]", "FIN1262 finops:members"],
            problems.Where(problem => problem.Path.StartsWith("finops:members", StringComparison.Ordinal)).Select(problem => $"{problem.Id} {problem.Path}").Order(StringComparer.Ordinal));
        Assert.Empty(mocks.Registered);
    }

    [Fact]
    public async Task DeclareAsync_NoUnit_IsTold()
    {
        var config = ValidConfig.Create();
        config["finops:members"] = StackFile.Json("enabled: true");

        var problems = (await Assert.ThrowsAsync<ProblemException>(() => StackHarness.DeclareAsync(config))).Problems;

        Assert.Equal(["FIN1260 finops:members.units"], problems.Select(problem => $"{problem.Id} {problem.Path}"));
    }

    private static async Task<JsonNode> TemplateAsync(string section = "enabled: true\nunits: [Workloads]")
    {
        var config = ValidConfig.Create();
        config["finops:members"] = StackFile.Json(section);
        var registered = await StackHarness.DeclareAsync(config);
        return JsonNode.Parse((string)registered.Single(each => each.Resource.Type == "aws:cloudformation/stackSet:StackSet").Resource.Inputs["templateBody"])!;
    }

    private static AccessPolicy TrustOf(JsonNode template, string role) => AccessPolicy.Parse(role, template["Resources"]![role]!["Properties"]!["AssumeRolePolicyDocument"]!.ToJsonString());

    private static AccessPolicy PolicyOf(JsonNode template, string role)
    {
        var document = template["Resources"]![role]!["Properties"]!["Policies"]![0]!["PolicyDocument"]!;
        foreach (var statement in document["Statement"]!.AsArray())
        {
            if (statement!["Resource"] is JsonObject substituted)
            {
                statement["Resource"] = ((string)substituted["Fn::Sub"]!).Replace("${AWS::AccountId}", "222222222222", StringComparison.Ordinal);
            }
        }

        return AccessPolicy.Parse(role, document.ToJsonString());
    }

    private static ImmutableDictionary<string, ImmutableArray<string>> Keys(params (string Key, string? Value)[] keys) =>
        keys.ToImmutableDictionary(key => key.Key, key => key.Value is null ? ImmutableArray<string>.Empty : [key.Value]);
}
