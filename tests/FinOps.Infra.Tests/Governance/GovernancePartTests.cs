using FinOps.Core.Problems;
using FinOps.Infra.Governance;
using FinOps.Infra.Rollout;
using FinOps.Infra.Tests.Settings;
using FinOps.Infra.Tests.Stack;

namespace FinOps.Infra.Tests.Governance;

public sealed class GovernancePartTests
{
    private const string BreakGlass = "\"breakGlass\":[\"arn:aws:iam::*:role/break-glass\"]";

    [Fact]
    public async Task Governance_ByDefault_ReportsOnTheRootAndDeniesNothing()
    {
        var registered = await DeclareAsync("{}");

        Assert.All(Policies(registered), policy => Assert.Equal("TAG_POLICY", policy.Resource.Inputs["type"]));
        Assert.All(Attachments(registered), attachment => Assert.Equal("r-ab12", attachment.Resource.Inputs["targetId"]));
        Assert.Equal(TestFiles.Standard.Keys.Length, Attachments(registered).Count);
    }

    [Fact]
    public async Task Governance_UnitThatEnforces_GetsServiceControlPoliciesAndTheRootDoesNot()
    {
        var registered = await DeclareAsync($$"""{"targets":{"root":"reportOnly","Workloads/Prod":"enforcing"},{{BreakGlass}}}""");

        Assert.Contains(Policies(registered), policy => (string)policy.Resource.Inputs["type"] == "SERVICE_CONTROL_POLICY");
        var denied = Attachments(registered).Where(attachment => attachment.Resource.Name!.StartsWith("scp-", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(denied);
        Assert.All(denied, attachment => Assert.Equal("ou-ab12-prod0000", attachment.Resource.Inputs["targetId"]));
    }

    [Fact]
    public async Task Governance_ConfigRule_LeavesOutTheAccountsThatCannotHaveIt()
    {
        var registered = await DeclareAsync("""{"configRule":true,"configRuleExcludes":["payments-prod"]}""");

        var rule = Assert.Single(registered, resource => resource.Resource.Type == "aws:cfg/organizationManagedRule:OrganizationManagedRule");
        Assert.Equal("REQUIRED_TAGS", rule.Resource.Inputs["ruleIdentifier"]);
        Assert.Contains("\"tag1Key\":\"Project\"", (string)rule.Resource.Inputs["inputParameters"], StringComparison.Ordinal);
        Assert.Equal(["222222222222"], ((IEnumerable<object>)rule.Resource.Inputs["excludedAccounts"]).Cast<string>());
    }

    [Fact]
    public async Task Governance_SwitchedOff_RegistersNothing() => Assert.DoesNotContain(await DeclareAsync("""{"enabled":false}"""), resource => resource.Part == "governance");

    [Fact]
    public async Task Governance_Waves_DecideWhatIsAttachedWhere()
    {
        const string Waves = """{"waves":[{"name":"canary","targets":["Sandbox"],"state":"enforcing","since":"2026-03-02"},{"name":"prod","targets":["Workloads/Prod"],"state":"reportOnly","since":"2026-03-02"},{"name":"rest","targets":["root"],"state":"planned"}]}""";

        var registered = await DeclareAsync($$"""{ {{BreakGlass}} }""", rollout: Waves);

        Assert.Equal(["ou-ab12-prod0000", "ou-ab12-sand0000"], Attachments(registered).Select(attachment => (string)attachment.Resource.Inputs["targetId"]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Attachments(registered).Where(attachment => attachment.Resource.Name!.StartsWith("scp-", StringComparison.Ordinal)), attachment => Assert.Equal("ou-ab12-sand0000", attachment.Resource.Inputs["targetId"]));
        Assert.Equal("FIN1213", (await Assert.ThrowsAsync<ProblemException>(() => DeclareAsync($$"""{"targets":{"root":"reportOnly"},{{BreakGlass}} }""", rollout: Waves))).Problems.Single().Id);
        Assert.Equal("finops:rollout.waves[0].since", (await Assert.ThrowsAsync<ProblemException>(() => DeclareAsync("{}", rollout: """{"waves":[{"name":"canary","targets":["Sandbox"],"state":"reportOnly"}]}"""))).Problems.Single().Path);
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { """{"targets":{"Workload":"reportOnly"}}""", "FIN1102", "finops:governance.targets.Workload" },
        { """{"targets":{"old-lab":"reportOnly"}}""", "FIN1102", "finops:governance.targets.old-lab" },
        { """{"targets":{"root":"enforce"}}""", "FIN1101", "finops:governance.targets.root" },
        { """{"targets":{"root":"reportOnly","r-ab12":"reportOnly"}}""", "FIN2067", "finops:governance" },
        { """{"targets":{"root":"enforcing"}}""", "FIN2065", "finops:governance.breakGlass" },
        { """{"breakGlass":["arn:aws:sts::111111111111:assumed-role/admin/me"]}""", "FIN2065", "finops:governance.breakGlass" },
        { """{"tagEditors":["arn:aws:iam::*:role/*"]}""", "FIN2065", "finops:governance.tagEditors" },
        { """{"actions":["route53:CreateHostedZone"]}""", "FIN2064", "finops:governance.actions" },
        { """{"actions":[]}""", "FIN2064", "finops:governance.actions" },
        { """{"childOperators":["@@asign"]}""", "FIN2066", "finops:governance.childOperators" },
        { """{"configRule":true,"configRuleExcludes":["no-such-account"]}""", "FIN1102", "finops:governance.configRuleExcludes[0]" },
        { """{"enforce":true}""", "FIN1101", "finops:governance.enforce" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Governance_Mistake_IsToldWithPathAndFixAndNothingIsRegistered(string governance, string id, string path)
    {
        var mocks = new OrganizationMocks();

        var problems = (await Assert.ThrowsAsync<ProblemException>(() => DeclareAsync(governance, mocks))).Problems;

        Assert.Contains(problems, problem => (problem.Id, problem.Path) == (id, path) && problem.Fix.Length > 0);
        Assert.Empty(mocks.Registered);
    }

    [Fact]
    public async Task Governance_MistakesTogether_AreToldTogether()
    {
        var problems = (await Assert.ThrowsAsync<ProblemException>(() => DeclareAsync(
            """{"targets":{"root":"enforcing","nowhere":"reportOnly"},"actions":["ec2:RunInstance"],"tagEditors":["me"],"childOperators":["@@some"],"configRule":true,"configRuleExcludes":["old-lab"]}"""))).Problems;

        Assert.Equal(["FIN1102", "FIN2064", "FIN2065", "FIN2065", "FIN2066", "FIN1102"], problems.Select(problem => problem.Id));
    }

    private static Task<IReadOnlyList<Registration>> DeclareAsync(string governance, OrganizationMocks? mocks = null, string rollout = "{}")
    {
        var config = ValidConfig.Create();
        config["finops:governance"] = governance;
        config["finops:rollout"] = rollout;
        return StackHarness.DeclareAsync(config, mocks: mocks, parts: [new GovernancePart(), new RolloutPart()]);
    }

    private static List<Registration> Policies(IEnumerable<Registration> registered) => [.. registered.Where(resource => resource.Resource.Type == "aws:organizations/policy:Policy")];

    private static List<Registration> Attachments(IEnumerable<Registration> registered) => [.. registered.Where(resource => resource.Resource.Type == "aws:organizations/policyAttachment:PolicyAttachment")];
}
