using FinOps.Core.Costs;
using FinOps.Core.Costs.Categories;
using FinOps.Core.Problems;

namespace FinOps.Core.Tests.Costs.Categories;

public sealed class CategoryPlannerTests
{
    private static readonly BillingMonth Now = new(2026, 11);

    private static readonly CategoryWish Team = new()
    {
        Name = "Team",
        Path = "finops:allocation.categories.Team",
        TagKey = "Team",
        Values = ["payments", "data-platform"],
        ClosedValues = true,
        Accounts = new Dictionary<string, string> { ["222222222222"] = "payments", ["111111111111"] = "payments", ["333333333333"] = "data-platform" },
    };

    [Fact]
    public void Plan_TagsAndAccounts_TagsComeFirstAndAccountsOfAValueShareARule()
    {
        var plan = Plan(Team);

        Assert.Collection(
            plan.Rules,
            rule => Assert.Equal("payments", Assert.IsType<CategoryRule.ByTag>(rule).Value),
            rule => Assert.Equal("data-platform", Assert.IsType<CategoryRule.ByTag>(rule).Value),
            rule => Assert.Equal(["111111111111", "222222222222"], Assert.IsType<CategoryRule.ByAccount>(rule).AccountIds),
            rule => Assert.Equal("data-platform", Assert.IsType<CategoryRule.ByAccount>(rule).Value));
        Assert.Equal("Unallocated", plan.DefaultValue);
    }

    [Theory]
    [InlineData(CategoryInheritance.Tag, typeof(CategoryRule.FromTag))]
    [InlineData(CategoryInheritance.AccountName, typeof(CategoryRule.FromAccountName))]
    public void Plan_Inheritance_IsTheLastRule(CategoryInheritance inherit, Type rule) =>
        Assert.IsType(rule, Plan(Team with { Inherit = inherit }).Rules[^1]);

    [Fact]
    public void Plan_CasingsAndSeparators_AreSpellingsOfTheirValue()
    {
        var rule = Assert.IsType<CategoryRule.ByTag>(Plan(Team).Rules[1]);

        Assert.Equal("data-platform", rule.Spellings[0]);
        Assert.Superset(new HashSet<string> { "DATA-PLATFORM", "Data-Platform", "data_platform", "data platform", "DataPlatform", "dataPlatform" }, rule.Spellings.ToHashSet());
    }

    [Fact]
    public void Plan_OwnSpellings_JoinTheRuleOfTheirValue()
    {
        var plan = Plan(Team with { Spellings = new Dictionary<string, IReadOnlyList<string>> { ["payments"] = ["paymnts", "pay"] } });

        Assert.Superset(new HashSet<string> { "paymnts", "pay" }, Assert.IsType<CategoryRule.ByTag>(plan.Rules[0]).Spellings.ToHashSet());
    }

    [Fact]
    public void Plan_TwoValuesThatFoldToOne_LeaveTheCommonSpellingsToNobody()
    {
        var plan = Plan(Team with { Values = ["ab-c", "a-bc"], Accounts = new Dictionary<string, string>() });

        var spellings = plan.Rules.Cast<CategoryRule.ByTag>().SelectMany(rule => rule.Spellings).ToList();
        Assert.Equal(spellings.Distinct().Count(), spellings.Count);
        Assert.DoesNotContain("abc", spellings);
    }

    [Fact]
    public void Plan_ManyAccountsOfOneValue_AreCutIntoRulesOfTwoHundred()
    {
        var accounts = Enumerable.Range(0, 1_000).ToDictionary(index => $"{100_000_000_000 + index}", _ => "payments");

        var rules = Plan(Team with { Accounts = accounts }).Rules.OfType<CategoryRule.ByAccount>().ToList();

        Assert.Equal([200, 200, 200, 200, 200], rules.Select(rule => rule.AccountIds.Count));
        Assert.Equal(accounts.Keys.Order(StringComparer.Ordinal), rules.SelectMany(rule => rule.AccountIds));
    }

    [Fact]
    public void Plan_AccountValueThatIsNotListed_GetsATagRuleToo()
    {
        var plan = Plan(Team with { Name = "CostCenter", TagKey = "CostCenter", ClosedValues = false, Values = [], Accounts = new Dictionary<string, string> { ["111111111111"] = "4100" } });

        Assert.Equal("4100", Assert.IsType<CategoryRule.ByTag>(plan.Rules[0]).Value);
        Assert.Equal("4100", Assert.IsType<CategoryRule.ByAccount>(plan.Rules[1]).Value);
    }

    [Fact]
    public void Plan_EveryMistakeAtOnce_HasPathAndFix()
    {
        var wish = Team with
        {
            Name = "Team/Owner",
            Values = ["payments", "a value of more than fifty characters, which AWS does not take", "search"],
            Accounts = new Dictionary<string, string> { ["111111111111"] = "paymets" },
            Spellings = new Dictionary<string, IReadOnlyList<string>> { ["payments"] = ["search", "pay"], ["search"] = ["pay"], ["serch"] = ["x"] },
            DefaultValue = " none",
            EffectiveStart = new BillingMonth(2025, 10),
            Splits =
            [
                new("payments", SplitMethod.Fixed, ["search", "search"], [60, 50]),
                new("payments", SplitMethod.Even, ["payments"], [100]),
                new("nobody", SplitMethod.Proportional, [], []),
                new("search", SplitMethod.Fixed, ["payments"], []),
            ],
        };

        var problems = Mistakes(wish, wish);

        string[] expected =
        [
            "FIN2081 finops:allocation.categories.Team", // the second category of the name
            "FIN2080 finops:allocation.categories.Team.name",
            "FIN2080 finops:allocation.categories.Team.defaultValue",
            "FIN2080 finops:allocation.categories.Team.values",
            "FIN2081 finops:allocation.categories.Team.spellings.serch",
            "FIN2081 finops:allocation.categories.Team.spellings.payments",
            "FIN2081 finops:allocation.categories.Team.spellings.search",
            "FIN2081 finops:allocation.categories.Team.accounts.111111111111",
            "FIN2084 finops:allocation.categories.Team.effectiveStart",
            "FIN2083 finops:allocation.categories.Team.splits[0].targets[1]",
            "FIN2083 finops:allocation.categories.Team.splits[0].percentages",
            "FIN2083 finops:allocation.categories.Team.splits[1].source",
            "FIN2083 finops:allocation.categories.Team.splits[1].targets[0]",
            "FIN2083 finops:allocation.categories.Team.splits[1].percentages",
            "FIN2083 finops:allocation.categories.Team.splits[2].source",
            "FIN2083 finops:allocation.categories.Team.splits[2].targets",
            "FIN2083 finops:allocation.categories.Team.splits[3].percentages",
        ];
        Assert.Superset(expected.ToHashSet(), problems.Select(problem => $"{problem.Id} {problem.Path}").ToHashSet());
        Assert.All(problems, problem => Assert.NotEmpty(problem.Fix));
        Assert.Contains(problems, problem => problem.Path.EndsWith("accounts.111111111111", StringComparison.Ordinal) && problem.Fix == "Did you mean 'payments'?");
    }

    [Fact]
    public void Plan_MoreThanAwsTakes_IsRefused()
    {
        var values = Enumerable.Range(0, 501).Select(index => $"team-{index}").ToList();
        var splits = values.Take(11).Select(value => new SplitCharge(value, SplitMethod.Even, ["team-500"], [])).ToList();

        var problems = Mistakes([.. Enumerable.Range(0, 51).Select(index => Team with { Name = $"Category {index}" }), Team with { Values = values, Splits = splits, Accounts = new Dictionary<string, string>() }]);

        Assert.Equal(["52 cost categories", "11 split charges", "501 rules"], problems.Select(problem => problem.Found));
        Assert.All(problems, problem => Assert.Equal("FIN2082", problem.Id));
    }

    [Fact]
    public void Plan_NothingToGoBy_IsRefused() =>
        Assert.Equal("0 rules", Assert.Single(Mistakes(Team with { Values = [], Accounts = new Dictionary<string, string>() })).Found);

    private static CategoryPlan Plan(CategoryWish wish) => Assert.Single(CategoryPlanner.Plan([wish], Now, "Pulumi.dev.yaml"));

    private static IReadOnlyList<Problem> Mistakes(params CategoryWish[] wishes) =>
        Assert.Throws<ProblemException>(() => CategoryPlanner.Plan(wishes, Now, "Pulumi.dev.yaml")).Problems;
}
