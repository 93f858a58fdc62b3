using FinOps.Core.Costs;
using FinOps.Core.Costs.Categories;
using FinOps.Core.Costs.Rows;
using FinOps.Core.Organization.Synthetic;

namespace FinOps.Core.Tests.Costs.Categories;

public sealed class CategoryEvaluatorTests
{
    private static readonly Lazy<SyntheticOrganization> Organization = new(() =>
        SyntheticOrganization.Create(new SyntheticOrganizationOptions { Accounts = 24, Months = 1, AsOf = new DateOnly(2026, 11, 21) }));

    private static readonly Lazy<IReadOnlyList<CostRow>> Bill = new(() => [.. Organization.Value.Costs.Rows()]);

    private static readonly HashSet<string> Active = ["Team", "Environment", "CostCenter"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    [Fact]
    public void ValueOf_TagOutweighsAccount_AccountOutweighsInheritance_RestIsDefault()
    {
        var plan = Plan(new CategoryWish
        {
            Name = "Team",
            Path = "Team",
            TagKey = "Team",
            Values = ["payments", "search"],
            Accounts = new Dictionary<string, string> { ["111111111111"] = "search" },
            Inherit = CategoryInheritance.Tag,
        });

        Assert.Equal("payments", Value(plan, "111111111111", "PAYMENTS"));
        Assert.Equal("search", Value(plan, "111111111111", "unknown"));
        Assert.Equal("unknown", Value(plan, "222222222222", "unknown"));
        Assert.Equal("Unallocated", Value(plan, "222222222222", null));
        Assert.Equal("search", CategoryEvaluator.ValueOf(plan, Item("111111111111", "payments"), new DateOnly(2026, 11, 1), new HashSet<string>()));
    }

    [Fact]
    public void ValueOf_DayBeforeTheStart_IsNone()
    {
        var plan = Plan(new CategoryWish { Name = "Team", Path = "Team", TagKey = "Team", Values = ["payments"], EffectiveStart = new BillingMonth(2026, 10) });

        Assert.Equal("", CategoryEvaluator.ValueOf(plan, Item("1", "payments"), new DateOnly(2026, 9, 30), Active));
        Assert.Equal("payments", CategoryEvaluator.ValueOf(plan, Item("1", "payments"), new DateOnly(2026, 10, 1), Active));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Sum_AnyPlanOverABill_PartsAddUpToTheTotal(int seed)
    {
        var plan = Plan(RandomWishes.Make(Organization.Value, seed));
        var rows = Bill.Value;

        var parts = CategoryEvaluator.Sum(plan, rows, row => row.UnblendedCost, Active);

        Assert.Equal(Money.Sum(rows.Select(row => row.UnblendedCost)), Money.Sum(parts.Values));
        var split = SplitEvaluator.Apply(plan.Splits, parts);
        Assert.Equal(Money.Sum(parts.Values), Money.Sum(split.Values.Select(cost => cost.Total)));
    }

    private static CategoryPlan Plan(CategoryWish wish) => CategoryPlanner.Plan([wish], new BillingMonth(2026, 11), "test")[0];

    private static string Value(CategoryPlan plan, string account, string? team) => CategoryEvaluator.ValueOf(plan, Item(account, team), new DateOnly(2026, 11, 1), Active);

    private static CostLineItem Item(string account, string? team) => new()
    {
        PayerAccountId = "000000000000",
        AccountId = account,
        AccountName = "account",
        Service = "Amazon Simple Storage Service",
        ServiceCode = "AmazonS3",
        RecordType = RecordTypes.Usage,
        Tags = team is null ? CostLineItem.NoTags : new Dictionary<string, string> { ["Team"] = team },
    };
}
