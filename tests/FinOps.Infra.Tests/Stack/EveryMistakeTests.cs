using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Infra.Tests.Settings;

namespace FinOps.Infra.Tests.Stack;

/// <summary>
/// One config that breaks the rules and quotas of every part: words that cannot be read, an organization that it does not fit, limits of AWS
/// that it passes. All of it is one error.
/// </summary>
public sealed class EveryMistakeTests
{
    private static readonly Dictionary<string, string> _sections = new()
    {
        ["finops:tags"] = "{ Project: finops, Team: platform, Environment: production, CostCenter: none, Owner: platform@example.com }",
        ["finops:anomalis"] = "{}",
        ["finops:organization"] = """
            units: { Nowhere: {}, Workloads: { team: paymets } }
            accounts: { payments-prd: {}, old-lab: {}, management: { costCenter: none } }
            """,
        ["finops:alerts"] = """
            topic: maybe
            slack: { workspaceId: finops, channelId: C1 }
            teams: { tenantId: x, teamId: 0a1b2c3d-0000-1111-2222-333344446666, channelId: z }
            """,
        ["finops:anomalies"] = """
            emails: [finops@example.com]
            custom: { a: { accounts: [payments-prd] }, b c: { tag: Team, values: [x] }, b-c: { tag: Team, values: [y] } }
            """,
        ["finops:budgets"] = """
            organization: { monthly: 100 }
            units: { Sandbox: { monthly: 1 }, Prod: { monthly: 4, daily: 1, forecastAlerts: [100] } }
            accounts:
              payments-prod: { monthly: 5, emails: [a@example.com, b@example.com, c@example.com, d@example.com, e@example.com, f@example.com, g@example.com, h@example.com, i@example.com, j@example.com] }
              "222222222222": { monthly: 5 }
              management: { monthly: 1, actions: { freeze: { do: attachScp, at: 100, policy: p-examplescp01, targets: [Wokloads] } } }
            teams: { nobody: { monthly: 1 } }
            projects: { gaps: { plannedMonths: { 2026-01: 1, 2026-03: 1 } }, later: { plannedMonths: { 2027-01: 1 } }, lakehouse: { adjust: { by: history, months: 60 } } }
            services: { Amazon S3: { monthly: 1, actualAlerts: [10, 20, 30, 40, 50, 60] } }
            emails: [finops@example.com]
            """,
        ["finops:allocation"] = """
            categories:
              Taem: {}
              Team:
                effectiveStart: "2020-01"
                spellings: { paymnts: [x] }
                splits: [SPLITS]
            """,
        ["finops:governance"] = """
            targets: { Workload: reportOnly, Sandbox: enforcing }
            actions: ["route53:CreateHostedZone"]
            breakGlass: [ROLES]
            tagEditors: ["arn:aws:sts::111111111111:assumed-role/admin/me"]
            childOperators: ["@@asign"]
            configRule: true
            configRuleExcludes: [no-such-account]
            """,
        ["finops:rollout"] = """
            waves: [{ name: canary, targets: [Sandbox], state: enforcing }, { name: canary, targets: [root], state: reportOnly, since: "2026-03-02" }]
            """,
        ["finops:optimization"] = "{ enabled: true, delegatedAdministrators: { costOptimisationHub: management, computeOptimizer: payments-prd } }",
        ["finops:costData"] = "{ enabled: true, firstMonth: 2031-01 }",
        ["finops:audit"] = "{ enabled: true, emails: [nobody], expectedRoles: [\"arn:aws:iam::1:role/deploy\"] }",
        ["finops:reporting"] = """
            from: finops
            to: []
            schedule: every monday
            timeZone: Europe/Berln
            memoryMb: 64
            timeoutSeconds: 901
            logRetentionDays: 31
            reportRetentionDays: 1
            tagActivator: { backfillMonths: 13 }
            """,
    };

    [Fact]
    public async Task DeclareAsync_RulesAndQuotasOfAllPartsBroken_AreToldInOneErrorAndNothingIsRegistered()
    {
        var mocks = new OrganizationMocks();
        var config = ValidConfig.Create();
        foreach (var (section, yaml) in _sections)
        {
            config[section] = StackFile.Json(yaml
                .Replace("SPLITS", Listed(["checkout", "search", "data-platform", "platform", "identity", "mobile", "fulfilment", "security", "finops", "paymnts", "Unallocated"], team => $"{{ source: {team}, method: even, targets: [payments] }}"), StringComparison.Ordinal)
                .Replace("ROLES", Listed(Enumerable.Range(0, 200), i => $"\"arn:aws:iam::*:role/break-glass-{i}\""), StringComparison.Ordinal));
        }

        // Values enough for too many rules of a category, and for a tag policy beyond its bytes.
        var text = File.ReadAllText(Path.Combine(TestFiles.Root, "tag-standard.yaml"));
        var stages = Listed(Enumerable.Range(0, 600), i => $"stage-with-a-name-{i}");
        var standard = TagStandard.Parse(text.Replace("values: [prod, ", $"values: [{stages}, prod, ", StringComparison.Ordinal), "tag-standard.yaml");

        var problems = (await Assert.ThrowsAsync<ProblemException>(() => StackHarness.DeclareAsync(config, mocks: mocks, standard: standard))).Problems;

        Assert.Empty(mocks.Registered);
        Assert.All(problems, problem => Assert.False(problem.Path.Length == 0 || problem.Fix.Length == 0 || problem.Allowed.Length == 0, problem.ToString()));
        Assert.Equal(
            [
                "FIN1101 finops:alerts.slack.channelId",
                "FIN1101 finops:alerts.slack.workspaceId",
                "FIN1101 finops:alerts.teams.channelId",
                "FIN1101 finops:alerts.teams.tenantId",
                "FIN1101 finops:alerts.topic",
                "FIN1101 finops:anomalis",
                "FIN1101 finops:audit.emails[0]",
                "FIN1101 finops:audit.expectedRoles[0]",
                "FIN1101 finops:reporting.from",
                "FIN1101 finops:reporting.logRetentionDays",
                "FIN1101 finops:reporting.memoryMb",
                "FIN1101 finops:reporting.reportRetentionDays",
                "FIN1101 finops:reporting.schedule",
                "FIN1101 finops:reporting.tagActivator.backfillMonths",
                "FIN1101 finops:reporting.timeZone",
                "FIN1101 finops:reporting.timeoutSeconds",
                "FIN1101 finops:reporting.to",
                "FIN1102 finops:anomalies.custom.a.accounts[0]",
                "FIN1102 finops:budgets.accounts.management.actions.freeze.targets[0]",
                "FIN1102 finops:governance.configRuleExcludes[0]",
                "FIN1102 finops:governance.targets.Workload",
                "FIN1102 finops:optimization.delegatedAdministrators.computeOptimizer",
                "FIN1102 finops:organization.accounts.old-lab",
                "FIN1102 finops:organization.accounts.payments-prd",
                "FIN1102 finops:organization.units.Nowhere",
                "FIN1103 finops:tags.CostCenter",
                "FIN1103 finops:tags.Environment",
                "FIN1150 finops:organization.accounts.management.costCenter",
                "FIN1150 finops:organization.units.Workloads.team",
                "FIN1151 finops:budgets.units.Prod",
                "FIN1152 finops:budgets.projects.gaps",
                "FIN1152 finops:budgets.projects.lakehouse",
                "FIN1152 finops:budgets.projects.later",
                "FIN1153 finops:budgets.accounts.222222222222",
                "FIN1154 finops:budgets.accounts.payments-prod",
                "FIN1154 finops:budgets.services.Amazon S3",
                "FIN1154 finops:budgets.units.Prod",
                "FIN1157 finops:budgets.teams.nobody",
                "FIN1157 finops:budgets.units.Sandbox",
                "FIN1160 finops:anomalies",
                "FIN1190 finops:costData.firstMonth",
                "FIN1191 finops:optimization.delegatedAdministrators.costOptimisationHub",
                "FIN1200 finops:allocation.categories.Taem",
                "FIN2010 keys.Environment",
                "FIN2060 finops:governance",
                "FIN2064 finops:governance.actions",
                "FIN2065 finops:governance.tagEditors",
                "FIN2066 finops:governance.childOperators",
                "FIN2068 finops:governance.configRule",
                "FIN2081 finops:allocation.categories.Team.spellings.paymnts",
                "FIN2082 finops:allocation.categories.Environment",
                "FIN2082 finops:allocation.categories.Team.splits",
                "FIN2083 finops:allocation.categories.Team.splits[9].source",
                "FIN2084 finops:allocation.categories.Team.effectiveStart",
                "FIN2090 finops:rollout.waves",
                "FIN2090 finops:rollout.waves[0].since",
            ],
            problems.Select(problem => $"{problem.Id} {problem.Path}").Distinct().Order(StringComparer.Ordinal));
    }

    private static string Listed<T>(IEnumerable<T> items, Func<T, string> write) => string.Join(", ", items.Select(write));
}
