using FinOps.Core.Problems;
using FinOps.Infra.Tests.Settings;

namespace FinOps.Infra.Tests.Stack;

/// <summary>A config with many mistakes: every one is told with its path and the next step, and nothing is registered.</summary>
public sealed class BadConfigTests
{
    [Fact]
    public async Task DeclareAsync_ValuesThatCannotBe_AreAllTold()
    {
        var problems = await RefusedAsync(
            ("finops:mode", "watch"),
            ("finops:alerts", StackFile.Json("""
                topic: maybe
                slack: { workspaceId: finops, channelId: C1 }
                teams: { tenantId: x, teamId: y, channelId: z }
                """)),
            ("finops:anomalies", StackFile.Json("""
                minimumUsd: 0
                frequency: HOURLY
                emails: []
                custom: { both: { accounts: [a], tag: Project }, many: { tag: Project, values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] } }
                """)),
            ("finops:budgets", StackFile.Json("""
                organization: { monthly: 10, plannedMonths: { 2026-01: 5 } }
                everyAccount: {}
                accounts: { management: { quarterly: 1, actions: { stop: { do: stopEc2, at: 0 } } } }
                commitments: { cover: { watch: savingsPlansCovrage, atLeast: 120 } }
                shard: { number: 3, of: 2 }
                emails: [nobody]
                """)));

        Assert.Equal(
            [
                "finops:alerts.slack.channelId", "finops:alerts.slack.workspaceId", "finops:alerts.teams.channelId", "finops:alerts.teams.teamId", "finops:alerts.teams.tenantId", "finops:alerts.topic",
                "finops:anomalies.custom.both", "finops:anomalies.custom.many.values", "finops:anomalies.emails", "finops:anomalies.frequency", "finops:anomalies.minimumUsd",
                "finops:budgets.accounts.management.actions.stop.at", "finops:budgets.commitments.cover.atLeast", "finops:budgets.commitments.cover.watch",
                "finops:budgets.emails[0]", "finops:budgets.everyAccount", "finops:budgets.organization", "finops:budgets.shard.number",
                "finops:mode",
            ],
            problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task DeclareAsync_ConfigThatTheOrganizationDoesNotFit_IsToldWhole()
    {
        var problems = await RefusedAsync(
            ("finops:organization", StackFile.Json("""
                units: { Nowhere: {}, Workloads: { team: paymets } }
                accounts: { payments-prd: {}, old-lab: {}, management: { costCenter: none } }
                """)),
            ("finops:alerts", StackFile.Json("topic: false\nemails: [finops@example.com]")),
            ("finops:anomalies", StackFile.Json("emails: [finops@example.com]\nimmediate: {}\ncustom: { a: { accounts: [payments-prd] } }")),
            ("finops:budgets", StackFile.Json("""
                organization: { monthly: 10 }
                units: { Sandbox: { monthly: 1 }, Prod: { monthly: 4, daily: 1, forecastAlerts: [100] } }
                accounts: { payments-prod: { monthly: 5 }, "222222222222": { monthly: 5 } }
                teams: { nobody: { monthly: 1 } }
                projects: { later: { plannedMonths: { 2027-01: 1 } } }
                emails: [finops@example.com]
                """)));

        Assert.Equal(
            [
                "FIN1101 finops:alerts.emails",
                "FIN1102 finops:anomalies.custom.a.accounts[0]", "FIN1102 finops:organization.accounts.old-lab", "FIN1102 finops:organization.accounts.payments-prd", "FIN1102 finops:organization.units.Nowhere",
                "FIN1150 finops:organization.accounts.management.costCenter", "FIN1150 finops:organization.units.Workloads.team",
                "FIN1151 finops:budgets.units.Prod",
                "FIN1152 finops:budgets.projects.later",
                "FIN1153 finops:budgets.accounts.222222222222",
                "FIN1154 finops:budgets.units.Prod",
                "FIN1157 finops:budgets.teams.nobody", "FIN1157 finops:budgets.units.Sandbox",
                "FIN1161 finops:anomalies.immediate",
            ],
            problems.Select(problem => $"{problem.Id} {problem.Path}").Order(StringComparer.Ordinal));
    }

    private static async Task<IReadOnlyList<Problem>> RefusedAsync(params (string Key, string Json)[] sections)
    {
        var mocks = new OrganizationMocks();
        var config = ValidConfig.Create();
        foreach (var (key, json) in sections)
        {
            config[key] = json;
        }

        var problems = (await Assert.ThrowsAsync<ProblemException>(() => StackHarness.DeclareAsync(config, mocks: mocks))).Problems;
        Assert.Empty(mocks.Registered);
        Assert.All(problems, problem => Assert.NotEmpty(problem.Fix));
        return problems;
    }
}
