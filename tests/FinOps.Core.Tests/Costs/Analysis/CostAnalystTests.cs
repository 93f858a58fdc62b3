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
        Assert.Equal(56, analysis.Forecast.Refusal!.DaysMissing);
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
    public void Analyse_TwoMonthsOfHistory_RefusesAForecastAndCountsTheMissingDays()
    {
        var refusal = Analyse(Cells(day => day >= new DateOnly(2026, 10, 1) ? 10 : 0, "payments", "1")).Forecast.Refusal!;

        // 1 October to 18 November.
        Assert.Equal((56, 49, 7), (refusal.DaysNeeded, refusal.DaysSeen, refusal.DaysMissing));
    }

    [Fact]
    public void Analyse_Mover_NamesWhatItHangsOn()
    {
        var analysis = Analyse(
            Cells(day => day >= Periods.RecentWeek.Start ? 90 : 10, "payments", "1"),
            Cells(day => day >= Periods.RecentWeek.Start ? 5 : 20, "search", "1"));

        var mover = Assert.Single(analysis.AccountMovers);
        Assert.Equal(["payments", "search"], mover.Drivers.Select(driver => driver.Label));
        Assert.Equal([Money.Usd(560), Money.Usd(-105)], mover.Drivers.Select(driver => driver.Change));
        Assert.Equal(mover.Change, Money.Sum(mover.Drivers.Select(driver => driver.Change)));
    }

    [Fact]
    public void Analyse_MonthAgainstMonth_ShowsNewAndGone()
    {
        var november = new DateOnly(2026, 11, 1);

        var movers = Analyse(Cells(day => day >= november ? 10 : 0, "payments", "1"), Cells(day => day < november ? 10 : 0, "search", "2")).MonthMovers;

        Assert.All(movers, mover => Assert.Equal(MoverSpan.Month, mover.Span));
        Assert.Equal(MoverKind.New, movers.Single(mover => mover is { Dimension: CostDimension.AllocationTag, Key: "payments" }).Kind);
        Assert.Equal(MoverKind.Gone, movers.Single(mover => mover is { Dimension: CostDimension.Account, Key: "2" }).Kind);
    }

    [Fact]
    public void Analyse_QuestionWithoutAnswer_IsUnknownAndNotZero()
    {
        var facts = Facts(Daily("payments", "1", 10)) with { TagByService = [], Missing = new HashSet<CostQuestion> { CostQuestion.UsageByService } };

        var analysis = CostAnalyst.Analyse(facts, RandomFacts.Judge, MoverGates.Default);

        Assert.Equal(Money.Usd(200), analysis.UsageTotal);
        Assert.Equal(1m, analysis.Allocation.Share);
        Assert.True(analysis.CrossCheck.Agrees);
        Assert.Null((analysis with { Missing = [CostQuestion.ChargesByRegion] }).BillTotal);
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
        Periods.History.EachDay().Select(day =>
        {
            var money = Money.Usd(amount(day));
            return new CostCell(day, tag, account, new CostAmounts(money, money, money));
        });
}
