using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;

namespace FinOps.Core.Tests.Costs.Analysis;

public sealed class CostAnalystTests
{
    private static readonly ReportPeriods Periods = ReportPeriods.AsOfDay(new DateOnly(2026, 11, 21));

    [Fact]
    public void Analyse_MisspeltValue_IsUnallocatedWithSuggestion()
    {
        var analysis = Analyse(Daily("payments", "1", 60), Daily("paymets", "1", 30), Daily("", "2", 10));

        var allocation = analysis.Allocation;
        Assert.Equal(0.6m, allocation.Share);
        Assert.Equal(Money.Usd(30 * 20), allocation.Invalid);
        Assert.Equal(Money.Usd(10 * 20), allocation.Missing);
        Assert.Equal("payments", Assert.Single(allocation.InvalidValues).Verdict.Suggestion);
        Assert.Equal(["1", "2"], allocation.Accounts.Select(driver => driver.Key));
        Assert.Equal(0.75m, allocation.Accounts[0].Share);
        Assert.False(allocation.TagSeemsInactive);
    }

    [Fact]
    public void Analyse_NothingTagged_SaysThatTheTagSeemsInactive() => Assert.True(Analyse(Daily("", "1", 10)).Allocation.TagSeemsInactive);

    [Fact]
    public void Analyse_NoCostAtAll_HasNoShares()
    {
        var analysis = Analyse();

        Assert.Null(analysis.Allocation.Share);
        Assert.False(analysis.Allocation.TagSeemsInactive);
        Assert.Equal(Money.Usd(0), analysis.BillTotal);
        Assert.Equal(Money.Usd(0), analysis.Estimate!.Amount);
    }

    [Fact]
    public void Analyse_NewService_IsAMoverWithoutRatio()
    {
        var newcomer = Cells(day => day >= Periods.RecentWeek.Start ? 50 : 0, "payments", "1");

        var mover = Assert.Single(Analyse(newcomer).AccountMovers);

        Assert.Equal(MoverKind.New, mover.Kind);
        Assert.Equal(Money.Usd(350), mover.Change);
        Assert.Null(mover.ChangeRatio);
    }

    // 99.99 more is under the amount, 19 % more is under the ratio.
    [Theory]
    [InlineData(10, 24.28, false)]
    [InlineData(10, 24.30, true)]
    [InlineData(1000, 1190, false)]
    [InlineData(1000, 1200, true)]
    [InlineData(1000, 800, true)]
    public void Analyse_Change_PassesOnlyBothGates(double before, double after, bool moves)
    {
        var cells = Cells(day => day >= Periods.RecentWeek.Start ? (decimal)after : (decimal)before, "payments", "1");

        Assert.Equal(moves ? 1 : 0, Analyse(cells).AccountMovers.Count);
    }

    [Fact]
    public void Analyse_EvenDays_EstimateIsExact()
    {
        var estimate = Analyse(Daily("payments", "1", 10)).Estimate!;

        Assert.Equal(Money.Usd(300), estimate.Amount);
        Assert.Equal((Money.Usd(300), Money.Usd(300)), (estimate.Low, estimate.High));
        Assert.Equal(12, estimate.RemainingDays);
        Assert.Equal(0m, estimate.ErrorLastMonth);
    }

    [Fact]
    public void Analyse_GrowingDays_BacktestTellsTheError()
    {
        var estimate = Analyse(Cells(day => day.DayNumber - Periods.Gathered.Start.DayNumber + 1, "payments", "1")).Estimate!;

        // October, day n costing n: settled 1..18, then 13 days at the average of 12..18 = 15; in truth 496.
        Assert.Equal(((171m + (13 * 15)) - 496) / 496, estimate.ErrorLastMonth);
        Assert.True(estimate.Low < estimate.Amount && estimate.Amount < estimate.High);
    }

    [Fact]
    public void Analyse_AnswersDisagree_CrossCheckSaysSo()
    {
        var facts = Facts(Daily("payments", "1", 10)) with { TagByService = [] };

        Assert.False(CostAnalyst.Analyse(facts, RandomFacts.Judge, MoverGates.Default).CrossCheck.Agrees);
    }

    [Fact]
    public void Analyse_AccountName_IsTheLabel() => Assert.Equal("one", Analyse(Daily("payments", "1", 10)).Accounts.Rows[0].Label);

    private static CostAnalysis Analyse(params IEnumerable<CostCell>[] cells) =>
        CostAnalyst.Analyse(Facts(cells), RandomFacts.Judge, MoverGates.Default);

    private static CostFacts Facts(params IEnumerable<CostCell>[] cells)
    {
        List<CostCell> all = [.. cells.SelectMany(part => part)];
        return new CostFacts
        {
            Periods = Periods,
            Currency = "USD",
            AllocationTag = "Team",
            TagByAccount = all,
            TagByService = [.. all.Select(cell => cell with { Second = "EC2" })],
            RegionByChargeType = [.. all.Select(cell => cell with { First = "global", Second = "Usage" })],
            AccountNames = new Dictionary<string, string> { ["1"] = "one" },
        };
    }

    private static IEnumerable<CostCell> Daily(string tag, string account, decimal amount) => Cells(_ => amount, tag, account);

    private static IEnumerable<CostCell> Cells(Func<DateOnly, decimal> amount, string tag, string account) =>
        Periods.Gathered.EachDay().Select(day =>
        {
            var money = Money.Usd(amount(day));
            return new CostCell(day, tag, account, new CostAmounts(money, money, money));
        });
}
