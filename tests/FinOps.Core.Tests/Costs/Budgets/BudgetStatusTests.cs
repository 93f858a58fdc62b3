using FinOps.Core.Costs;
using FinOps.Core.Costs.Budgets;
using FinOps.Core.Tests.Costs.Analysis;

namespace FinOps.Core.Tests.Costs.Budgets;

public sealed class BudgetStatusTests
{
    // 30 a day in all: 10 by payments in account 1, 20 by search in account 2. Today is the 21st.
    [Theory]
    [InlineData(BudgetScopeKind.Everything, "", 1000, 850, 5, "2026-11-26", 1150)]
    [InlineData(BudgetScopeKind.Accounts, "1", 1000, 950, 5, "2026-11-26", 1050)]
    [InlineData(BudgetScopeKind.Services, "EC2", 1000, 850, 7, "2026-11-28", 1050)]
    [InlineData(BudgetScopeKind.OwnerTags, "payments", 1000, 995, 0, "2026-11-21", 1095)]
    [InlineData(BudgetScopeKind.Everything, "", 1000, 400, 20, null, 700)]
    public void Analyse_FilterThatCanBeFollowed_UsesTheForecastOfWhatItCounts(
        BudgetScopeKind kind, string value, int limit, int actual, int runway, string? breach, int atEnd)
    {
        var status = Status(new BudgetScope(kind, value.Length == 0 ? [] : [value], "x"), limit, actual);

        Assert.Equal(BudgetPace.Forecast, status.Pace);
        Assert.Equal((runway, Day(breach), Money.Usd(atEnd)), (status.RunwayDays, status.BreachDay, status.ExpectedAtEnd));
        Assert.Equal(breach is null ? BudgetState.Within : BudgetState.ForecastOver, status.State);
    }

    [Fact]
    public void Analyse_OtherFilter_GoesOnAtItsOwnBurnRateAndSaysSo()
    {
        var status = Status(new BudgetScope(BudgetScopeKind.Other, [], "region eu-west-1"), 500, 400);

        // 20 a day so far: 100 are left for five days, the sixth passes the limit.
        Assert.Equal((BudgetPace.BurnRate, 5, new DateOnly(2026, 11, 26)), (status.Pace, status.RunwayDays, status.BreachDay));
    }

    [Fact]
    public void Analyse_OverTheLimit_HasNoRunway()
    {
        var status = Status(BudgetScope.Everything, 100, 101);

        Assert.Equal((BudgetState.Over, 0, 1.01m), (status.State, status.RunwayDays, status.Used));
    }

    [Fact]
    public void Analyse_NothingSpentByAnybody_NeverEnds()
    {
        var status = Status(new BudgetScope(BudgetScopeKind.Other, [], "x"), 100, 0);

        Assert.Equal((null, null, BudgetState.Within), (status.RunwayDays, status.BreachDay, status.State));
    }

    [Theory]
    [InlineData("QUARTERLY", "2026-12-03")]
    [InlineData("ANNUALLY", "2026-12-03")]
    [InlineData("MONTHLY", null)]
    public void Analyse_LongerPeriod_BreachesAfterTheMonth(string period, string? breach) =>
        Assert.Equal(Day(breach), Status(BudgetScope.Everything, 1000, 620, period).BreachDay);

    [Fact]
    public void Analyse_OwnPeriodOfUnknownLength_IsShownWithoutOutlook() =>
        Assert.Equal(BudgetPace.None, Status(BudgetScope.Everything, 1000, 10, "CUSTOM").Pace);

    [Fact]
    public void Analyse_OtherCurrency_IsNeverMixed()
    {
        var budget = new BudgetFacts("b", "MONTHLY", new Money(1000, "EUR"), new Money(200, "EUR"), null, BudgetScope.Everything);

        var status = Assert.Single(SmallFacts.Analyse(Bill() with { Budgets = [budget] }).Budgets);

        Assert.Equal((BudgetPace.BurnRate, "EUR"), (status.Pace, status.ExpectedAtEnd!.Value.Currency));
    }

    private static BudgetStatus Status(BudgetScope scope, int limit, int actual, string period = "MONTHLY") => Assert.Single(SmallFacts.Analyse(
        Bill() with { Budgets = [new BudgetFacts("b", period, Money.Usd(limit), Money.Usd(actual), null, scope)] }).Budgets);

    private static FinOps.Core.Costs.Analysis.CostFacts Bill() => SmallFacts.Of(("payments", "1", "Lambda", _ => 10), ("search", "2", "EC2", _ => 20));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
