using System.Collections.Concurrent;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;

namespace FinOps.Core.Tests.Costs.Analysis;

/// <summary>Whatever the bill, the report adds up.</summary>
public sealed class CostAnalystPropertyTests
{
    private static readonly ConcurrentDictionary<int, (CostFacts Facts, CostAnalysis Analysis)> Analyses = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Analyse_AnyBill_TablesOfUsageHaveOneTotal(int seed)
    {
        var (facts, analysis) = Analyse(seed);
        var current = Usage(facts, facts.Periods.Current);
        var before = Usage(facts, facts.Periods.SameDaysBefore);
        var month = Usage(facts, facts.Periods.PreviousMonth);

        foreach (var table in new[] { analysis.Services, analysis.Accounts, analysis.Regions })
        {
            Assert.Equal(current, table.Total.Current);
            Assert.Equal(before, table.Total.SameDaysBefore);
            Assert.Equal(month, table.Total.PreviousMonth);
        }

        Assert.Equal(current, analysis.Allocation.Total);
        Assert.Equal(current, Money.Sum(analysis.Days.Where(day => facts.Periods.Current.Contains(day.Day)).Select(day => day.Usage)));
        Assert.True(analysis.CrossCheck.Agrees);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Analyse_AnyBill_ChargeTypesAddUpToTheBill(int seed)
    {
        var (facts, analysis) = Analyse(seed);

        var bill = Money.Sum(facts.RegionByChargeType.Where(cell => facts.Periods.Current.Contains(cell.Day)).Select(cell => cell.Amounts.Unblended));

        Assert.Equal(bill, analysis.BillTotal);
        Assert.Equal(bill, Money.Sum(analysis.Days.Where(day => facts.Periods.Current.Contains(day.Day)).Select(day => day.Bill)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Analyse_AnyBill_UnallocatedEqualsItsDrivers(int seed)
    {
        var (_, analysis) = Analyse(seed);
        var allocation = analysis.Allocation;

        Assert.Equal(allocation.Total, allocation.Allocated + allocation.Invalid + allocation.Missing);
        Assert.Equal(allocation.Unallocated, Money.Sum(allocation.Accounts.Select(driver => driver.Unallocated)));
        Assert.Equal(allocation.Unallocated, Money.Sum(allocation.Services.Select(driver => driver.Unallocated)));
        if (allocation.Accounts.Count > 0 && !allocation.Unallocated.IsZero)
            Assert.Equal(1m, allocation.Accounts[^1].CumulativeShare!.Value, 20);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Top_AnyTable_KeepsItsTotals(int seed)
    {
        var (_, analysis) = Analyse(seed);

        foreach (var rows in new[] { 0, 1, 2, 100 })
        {
            var folded = analysis.Services.Top(rows);
            Assert.Equal(analysis.Services.Total, folded.Total);
            Assert.True(folded.Rows.Count <= rows + 1);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Analyse_AnyBill_MoversPassTheGatesAndComeLargestFirst(int seed)
    {
        var (facts, analysis) = Analyse(seed);
        foreach (var movers in new[] { analysis.OwnerMovers, analysis.ServiceMovers, analysis.AccountMovers })
        {
            Assert.All(movers, mover => Assert.True(mover.Change.Abs().Amount >= 100 && (mover.ChangeRatio is not { } ratio || Math.Abs(ratio) >= 0.2m)));
            Assert.Equal(movers.OrderByDescending(mover => mover.Change.Abs()).Select(mover => mover.Change.Abs()), movers.Select(mover => mover.Change.Abs()));
        }

        foreach (var mover in analysis.ServiceMovers)
        {
            Assert.Equal(Week(facts.Periods.RecentWeek), mover.After);
            Assert.Equal(Week(facts.Periods.WeekBefore), mover.Before);

            Money Week(DateRange days) => Money.Sum(
                facts.TagByService.Where(cell => cell.Second == mover.Key && days.Contains(cell.Day)).Select(cell => cell.Amounts.Amortized));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Analyse_AnyBill_BridgeEndsAtTheBillInEveryView(int seed)
    {
        var (facts, analysis) = Analyse(seed);

        Assert.Equal(analysis.BillTotal, analysis.Bridge.Total.Unblended);
        Assert.Equal(analysis.NetAmortizedBill.Total.Current, analysis.Bridge.Total.NetAmortized);
        Assert.Equal(
            Money.Sum(facts.RegionByChargeType.Where(cell => facts.Periods.Current.Contains(cell.Day)).Select(cell => cell.Amounts.Amortized)),
            analysis.Bridge.Total.Amortized);
        Assert.Equal(analysis.UsageTotal, analysis.Bridge.Of(BridgeStep.Usage).Amortized);
        var types = analysis.Bridge.Rows.SelectMany(row => row.ChargeTypes).ToList();
        Assert.Equal(types.Distinct(), types);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Analyse_AnyBill_DriversAddUpToTheMovement(int seed)
    {
        var (_, analysis) = Analyse(seed);

        Assert.All(analysis.WeekMovers().Concat(analysis.MonthMovers), mover => Assert.Equal(mover.Change, Money.Sum(mover.Drivers.Select(driver => driver.Change))));
    }

    private static (CostFacts Facts, CostAnalysis Analysis) Analyse(int seed) => Analyses.GetOrAdd(seed, static seed =>
    {
        var facts = RandomFacts.Make(seed);
        return (facts, CostAnalyst.Analyse(facts, RandomFacts.Judge, MoverGates.Default));
    });

    private static Money Usage(CostFacts facts, DateRange days) =>
        Money.Sum(facts.TagByAccount.Where(cell => days.Contains(cell.Day)).Select(cell => cell.Amounts.Amortized));
}
