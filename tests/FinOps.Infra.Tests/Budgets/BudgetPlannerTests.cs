using System.Globalization;
using FinOps.Core.Budgeting;
using FinOps.Infra.Budgets;
using FinOps.Infra.Organization;
using FinOps.Infra.Tests.Organization;
using FinOps.Infra.Tests.Settings;

namespace FinOps.Infra.Tests.Budgets;

public sealed class BudgetPlannerTests
{
    private const string Everything = """
        organization: { monthly: 1000, quarterly: 3000 }
        everyAccount: { monthly: 90 }
        units: { Workloads: { monthly: 800 }, Prod: { monthly: 500, daily: 20 } }
        accounts: { payments-prod: { monthly: 300 } }
        teams: { payments: { monthly: 300 } }
        projects: { shop: { adjust: { by: forecast } } }
        services: { Amazon Simple Storage Service: { plannedQuarters: { 2026-01: 10, 2026-04: 20 } } }
        emails: [finops@example.com]
        """;

    [Fact]
    public void Plan_EveryLevelAndPeriod_GivesStableIdsAndTheNearestParent()
    {
        var (plan, problems) = Plan(Everything);

        Assert.Empty(problems);
        Assert.Equal(
            [
                "organization < ",
                "organization-quarterly < ",
                "unit-ou-ab12-work0000 < organization",
                "unit-ou-ab12-prod0000 < unit-ou-ab12-work0000",
                "unit-ou-ab12-prod0000-daily < ",
                "account-222222222222 < unit-ou-ab12-prod0000",
                "account-111111111111 < organization",
                "account-444444444444 < unit-ou-ab12-prod0000",
                "account-555555555555 < unit-ou-ab12-work0000",
                "team-payments < organization",
                "project-shop < organization",
                "service-amazon-simple-storage-service-quarterly < organization-quarterly",
            ],
            plan.Budgets.Select(budget => $"{budget.Id} < {budget.ParentId}"));
    }

    [Fact]
    public void Plan_Filters_AreWrittenAsAwsReadsThem()
    {
        var (plan, _) = Plan(Everything);

        string Filter(string id) => plan.Budgets.Single(budget => budget.Id == id).Filter is { } filter ? $"{filter.Name}={string.Join(',', filter.Values)}" : "";
        Assert.Equal("", Filter("organization"));
        Assert.Equal("LinkedAccount=222222222222,444444444444,555555555555", Filter("unit-ou-ab12-work0000"));
        Assert.Equal("CostCategory=Team$payments", Filter("team-payments"));
        Assert.Equal("TagKeyValue=user:Project$shop", Filter("project-shop"));
        Assert.Equal("Service=Amazon Simple Storage Service", Filter("service-amazon-simple-storage-service-quarterly"));
    }

    [Fact]
    public void Plan_OwnersOfAccountsAndTeams_AreToldToo()
    {
        var (plan, _) = Plan(Everything);

        Assert.Equal(["finops@example.com", "payments@example.com"], plan.Budgets.Single(budget => budget.Id == "account-222222222222").Recipients);
        Assert.Equal(["finops@example.com"], plan.Budgets.Single(budget => budget.Id == "account-444444444444").Recipients);
    }

    [Fact]
    public void Plan_DailyBudget_AlertsOnActualSpendOnly() =>
        Assert.DoesNotContain(Plan(Everything).Plan.Budgets.Single(budget => budget.Period == BudgetPeriod.Daily).Alerts, alert => alert.OnForecast);

    [Fact]
    public void Plan_OneAccountLess_RenamesNoOtherBudget()
    {
        var before = Plan(Everything).Plan.Budgets.Select(budget => budget.Id).ToHashSet();
        var model = SmallOrganization.Model;
        var smaller = new OrganizationModel(model.Id, model.RootId, model.ManagementAccountId, [.. model.Accounts.Where(account => account.Id != "111111111111")], model.ClosedAccounts) { Units = model.Units };

        var after = Plan(Everything, smaller).Plan.Budgets.Select(budget => budget.Id).ToHashSet();

        Assert.Equal(["account-111111111111"], before.Except(after));
        Assert.Empty(after.Except(before));
    }

    [Fact]
    public void Plan_Gaps_AreListedAndAMistakeOnlyWhenAsked()
    {
        const string Few = "organization: { monthly: 1000 }\naccounts: { payments-prod: { monthly: 1 } }\nemails: [finops@example.com]\n";

        var (plan, problems) = Plan(Few);
        var (_, strict) = Plan(Few + "requireCoverage: true\n");

        Assert.Equal(["account 111111111111 (management)", "account 444444444444 (search-prod)", "account 555555555555 (search-dev)"], plan.Gaps);
        Assert.Empty(problems);
        Assert.Equal(3, strict.Count(problem => problem.StartsWith("FIN1157", StringComparison.Ordinal)));
    }

    [Fact]
    public void Plan_MoreBudgetsThanAnAccountMayHave_TellsHowToSpreadThem()
    {
        const string Two = "organization: { monthly: 1 }\neveryAccount: { monthly: 1, quarterly: 1, daily: 1 }\nemails: [finops@example.com]\n";
        var accounts = Enumerable.Range(0, 8_000).Select(index => new OrganizationAccount((100_000_000_000 + index).ToString(CultureInfo.InvariantCulture), $"a{index}", "ACTIVE") { ParentId = "r-ab12" }).ToList();
        var large = new OrganizationModel("o-abcdefghij", "r-ab12", "100000000000", accounts, []);

        var (_, whole) = Plan(Two, large);
        var (first, none) = Plan(Two + "shard: { number: 1, of: 3 }\n", large);
        var (second, _) = Plan(Two + "shard: { number: 2, of: 3 }\n", large);

        Assert.Contains("24001 budgets", Assert.Single(whole), StringComparison.Ordinal);
        Assert.Contains("of: 3", Assert.Single(whole), StringComparison.Ordinal);
        Assert.Empty(none);
        Assert.InRange(first.Budgets.Count, 7_000, 9_000);
        Assert.Empty(first.Budgets.Select(budget => budget.Id).Intersect(second.Budgets.Select(budget => budget.Id)));
    }

    [Fact]
    public void Plan_EveryKindOfMistake_IsToldAtOnceWithItsPath()
    {
        var (_, problems) = Plan("""
            organization: { monthly: 1000 }
            everyAccount: { monthly: 90, forecastAlerts: [10, 20, 30, 40], emails: [a1@x.com, a2@x.com, a3@x.com, a4@x.com, a5@x.com, a6@x.com, a7@x.com, a8@x.com, a9@x.com, a0@x.com] }
            units: { Workloads: { monthly: 800 }, Sandbox: { monthly: 5 }, Nowhere: { monthly: 1 } }
            accounts: { payments-prod: { monthly: 900 }, 222222222222: { monthly: 1 }, old-lab: { monthly: 1 }, payments-prd: { monthly: 1 } }
            teams: { paymets: { monthly: 1 }, search: { monthly: 1500 } }
            projects: { "Shop!": { monthly: 1 }, shop: { plannedMonths: { 2026-01: 1, 2026-03: 1, soon: 1 } }, later: { plannedMonths: { 2026-05: 1 } } }
            services: { Amazon S3: { daily: 1, forecastAlerts: [100] }, Amazon EC2: { adjust: { by: history, months: 13 } } }
            emails: [finops@example.com]
            """);

        Assert.Equal(
            [
                "FIN1102 accounts.old-lab",
                "FIN1102 accounts.payments-prd",
                "FIN1102 units.Nowhere",
                "FIN1151 organization",
                "FIN1151 units.Workloads",
                "FIN1152 projects.later",
                "FIN1152 projects.shop",
                "FIN1152 projects.shop.plannedMonths.soon",
                "FIN1152 services.Amazon EC2",
                "FIN1153 accounts.222222222222",
                "FIN1154 everyAccount",
                "FIN1154 services.Amazon S3",
                "FIN1157 projects.Shop!",
                "FIN1157 teams.paymets",
                "FIN1157 units.Sandbox",
            ],
            problems.Select(problem => problem[..problem.IndexOf(" |", StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("monthly: 1\nplannedMonths: { 2026-03: 1 }", "FIN1152")]
    [InlineData("actualAlerts: [80]", "FIN1152")]
    [InlineData("quarterly: 1\nactions: { a: { do: stopEc2, at: 100, region: r, instances: [i-1] } }", "FIN1156")]
    [InlineData("monthly: 1\nactions: { a: { do: attachScp, at: 100, policy: p-1 } }", "FIN1156")]
    [InlineData("monthly: 1\nactions: { a: { do: attachIamPolicy, at: 100, policy: p-1, roles: [r] } }", "FIN1156")]
    [InlineData("monthly: 1\nactions: { a: { do: stopRds, at: 100, region: r, instances: [db], roles: [r] } }", "FIN1156")]
    public void Read_BudgetWhoseKeysDoNotFit_IsRefused(string yaml, string id)
    {
        var sink = new ProblemSink();

        SettingsYaml.Read<BudgetSettings>(yaml, sink.Problems);

        Assert.Equal(id, Assert.Single(sink.List).Id);
    }

    [Theory]
    [InlineData("watch: savingsPlansUtilization\natLeast: 90\nservice: Amazon Redshift")]
    [InlineData("watch: reservationCoverage\natLeast: 90")]
    public void Read_CommitmentWhoseServiceDoesNotFit_IsRefused(string yaml)
    {
        var sink = new ProblemSink();

        SettingsYaml.Read<CommitmentSettings>(yaml, sink.Problems);

        Assert.EndsWith(".service", Assert.Single(sink.List).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Permissions_OfTheActionsRole_AreWhatThePlannedActionsDo()
    {
        var (plan, problems) = Plan("""
            organization:
              monthly: 1000
              actions:
                stop: { do: stopRds, at: 100, region: us-east-1, instances: [db] }
                deny: { do: attachScp, at: 100, policy: p-1, targets: [Sandbox, payments-prod] }
            emails: [finops@example.com]
            """);

        Assert.Empty(problems);
        Assert.Equal(["organization-stop", "organization-deny"], plan.Actions.Select(action => action.Id));
        var permissions = ActionRole.Permissions(plan.Actions, SmallOrganization.Facts());
        Assert.Contains("arn:aws:organizations::111111111111:account/o-abcdefghij/222222222222", permissions, StringComparison.Ordinal);
        Assert.Contains("arn:aws:organizations::111111111111:ou/o-abcdefghij/ou-ab12-sand0000", permissions, StringComparison.Ordinal);
        Assert.Contains("automation-definition/AWS-StopRdsInstance", permissions, StringComparison.Ordinal);
        Assert.DoesNotContain("iam:", permissions, StringComparison.Ordinal);
        Assert.DoesNotContain("ec2:", permissions, StringComparison.Ordinal);
    }

    private static (BudgetPlan Plan, IReadOnlyList<string> Problems) Plan(string yaml, OrganizationModel? organization = null)
    {
        var sink = new ProblemSink();
        var settings = SettingsYaml.Read<BudgetsSettings>(yaml, sink.Problems);
        Assert.Empty(sink.List);
        var plan = new BudgetPlanner(settings, SmallOrganization.Facts(organization), sink.Problems).Plan();
        return (plan, [.. sink.List.Select(problem => $"{problem.Id} {problem.Path["finops:section.".Length..]} | {problem.Found} | {problem.Fix}")]);
    }
}
