using FinOps.Core.Budgeting;
using FinOps.Core.Costs;

namespace FinOps.Core.Tests.Budgeting;

public sealed class BudgetRulesTests
{
    private static readonly BillingMonth _now = new(2026, 3);

    [Fact]
    public void Check_ChildrenOfTwoCuts_AreEachComparedWithTheParent()
    {
        var findings = Check(
            Budget("organization", BudgetLevel.Organization, 100),
            Budget("unit-a", BudgetLevel.Unit, 60, "organization"),
            Budget("account-1", BudgetLevel.Account, 40, "organization"),
            Budget("team-a", BudgetLevel.Team, 70, "organization"),
            Budget("team-b", BudgetLevel.Team, 31, "organization"));

        var finding = Assert.Single(findings);
        Assert.Equal("FIN1151", finding.Id);
        Assert.Contains("101 USD of its 2 teams in 2026-03", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_DefaultsAndAdjustedLimits_PromiseNothing() =>
        Assert.Empty(Check(
            Budget("organization", BudgetLevel.Organization, 100),
            Budget("account-1", BudgetLevel.Account, 90, "organization") with { IsDefault = true },
            Budget("account-2", BudgetLevel.Account, 90, "organization") with { IsDefault = true },
            Budget("team-a", BudgetLevel.Team, 1000, "organization") with { Limit = new AdjustingLimit(6) }));

    [Fact]
    public void Check_PlanThatOutgrowsItsParentLater_NamesTheMonth()
    {
        var plan = new PlannedLimit([(_now, Money.Usd(80)), (_now.AddMonths(1), Money.Usd(120))]);

        var finding = Assert.Single(Check(Budget("organization", BudgetLevel.Organization, 100), Budget("team-a", BudgetLevel.Team, 0, "organization") with { Limit = plan }));

        Assert.Contains("in 2026-04", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void In_MonthAfterThePlan_KeepsTheLastLimit()
    {
        var plan = new PlannedLimit([(_now, Money.Usd(80)), (_now.AddMonths(1), Money.Usd(120))]);

        Assert.Equal(Money.Usd(120), plan.In(_now.AddMonths(20)));
        Assert.Null(plan.In(_now.AddMonths(-1)));
    }

    [Theory]
    [InlineData(20_000, true)]
    [InlineData(20_001, false)]
    public void CheckCount_AroundTheLimit_IsAMistakeAboveIt(int count, bool fits) =>
        Assert.Equal(fits, BudgetRules.CheckCount(count, BudgetShard.Whole) is null);

    [Fact]
    public void Has_AnyAccount_IsInExactlyOneShard() =>
        Assert.All(Enumerable.Range(0, 50), index => Assert.Single(Enumerable.Range(1, 4), number => new BudgetShard(number, 4).Has($"{100_000_000_000 + index}")));

    [Theory]
    [InlineData("Amazon EC2 - Other", "amazon-ec2-other")]
    [InlineData("data-platform", "data-platform")]
    public void Slug_AnyText_IsLettersDigitsAndHyphens(string text, string slug) => Assert.Equal(slug, PlannedBudget.Slug(text));

    private static IReadOnlyList<BudgetFinding> Check(params PlannedBudget[] budgets) => BudgetRules.Check(budgets, _now, "finops-");

    private static PlannedBudget Budget(string id, BudgetLevel level, decimal amount, string? parent = null) =>
        new(id, id, level, BudgetPeriod.Monthly, new FixedLimit(Money.Usd(amount)), null, parent);
}
