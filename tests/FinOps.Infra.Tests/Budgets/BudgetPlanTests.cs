using FinOps.Infra.Budgets;
using FinOps.Infra.Organization;
using FinOps.Infra.Tests.Settings;

namespace FinOps.Infra.Tests.Budgets;

public sealed class BudgetPlanTests
{
    private static readonly OrganizationModel _organization = new(
        "o-abcdefghij",
        "r-ab12",
        "111111111111",
        [new("111111111111", "management", "ACTIVE"), new("222222222222", "payments-prod", "ACTIVE")],
        [new("333333333333", "old-lab", "SUSPENDED")]);

    [Fact]
    public void From_LimitsByIdAndByName_OverridesTheDefault()
    {
        var plan = BudgetPlan.From(Settings(("payments-prod", 12_000m)), _organization, new ProblemSink().Problems);

        Assert.Equal([("111111111111", 9_000m), ("222222222222", 12_000m)], plan.Accounts.Select(budget => (budget.Account.Id, budget.Monthly)));
    }

    [Fact]
    public void From_UnknownClosedAndDoubledAccounts_ListsAllThree()
    {
        var settings = Settings(("payments-prd", 1m), ("old-lab", 1m), ("222222222222", 1m), ("payments-prod", 2m));

        var sink = new ProblemSink();
        BudgetPlan.From(settings, _organization, sink.Problems);
        var problems = sink.List;

        Assert.Equal(3, problems.Count);
        Assert.Contains(problems, problem => problem.Fix.Contains("'payments-prod'", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Found.Contains("SUSPENDED", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Found.Contains("second limit", StringComparison.Ordinal));
    }

    private static BudgetsSettings Settings(params (string Account, decimal Limit)[] accounts) =>
        new() { OrganizationMonthly = 260_000m, AccountMonthly = 9_000m, Accounts = accounts.ToDictionary(entry => entry.Account, entry => entry.Limit), Emails = ["finops@example.com"] };
}
