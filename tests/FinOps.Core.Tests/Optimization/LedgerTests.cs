using FinOps.Core.Costs;
using FinOps.Core.Optimization;
using FinOps.Core.Optimization.Ledger;

namespace FinOps.Core.Tests.Optimization;

public sealed class LedgerTests
{
    private static readonly DateOnly Start = new(2026, 3, 2);
    private static readonly HashSet<AdviceSource> Hub = [AdviceSource.CostOptimizationHub];
    private static readonly Advice Stop = Some.Advice(250, SavingAction.Stop);

    [Fact]
    public void Step_AdviceDisappears_MeasuresWhatTheBillShows()
    {
        var open = Step(SavingsLedger.Empty(BillingMonth.Containing(Start)), Start, [Stop], Cost(10));
        var gone = Step(open, Start.AddDays(7), [], Cost(10));
        var early = Step(gone, Start.AddDays(14), [], Cost(4));
        var measured = Step(early, Start.AddDays(16), [], Cost(4));

        Assert.Equal((LedgerState.Open, Money.Usd(250), Money.Usd(10)), (open.Entries[0].State, open.Entries[0].Promised, open.Entries[0].DailyBefore));
        Assert.Equal((LedgerState.Gone, Start.AddDays(7)), (gone.Entries[0].State, gone.Entries[0].Gone));
        Assert.Equal(LedgerState.Gone, early.Entries[0].State);
        Assert.Equal(LedgerState.Measured, measured.Entries[0].State);
        Assert.Equal(Money.Usd(6 * 365m / 12), measured.Realised("USD"));
        Assert.Equal(Money.Usd(250), measured.PromisedOf(LedgerState.Measured, "USD"));
    }

    [Fact]
    public void Step_ResourceDeleted_HasNoRowAndNoCost()
    {
        var gone = Step(Step(SavingsLedger.Empty(BillingMonth.Containing(Start)), Start, [Stop], Cost(10)), Start.AddDays(7), [], Cost(10));

        var measured = Step(gone, Start.AddDays(21), [], today => Cost(0)(today) with { Costs = new Dictionary<(ResourceName, DateOnly), Money>() });

        Assert.Equal(Money.Usd(10 * 365m / 12), Assert.Single(measured.Entries).Realised);
    }

    [Fact]
    public void Step_DearerAfterwards_IsToldAsALoss()
    {
        var gone = Step(Step(SavingsLedger.Empty(BillingMonth.Containing(Start)), Start, [Stop], Cost(10)), Start.AddDays(7), [], Cost(10));

        Assert.True(Step(gone, Start.AddDays(16), [], Cost(11)).Realised("USD") < Money.Usd(0));
    }

    [Fact]
    public void Step_SourceDidNotAnswer_TakesNothingForDone()
    {
        var open = Step(SavingsLedger.Empty(BillingMonth.Containing(Start)), Start, [Stop], Cost(10));

        var silent = LedgerKeeper.Step(open, Start.AddDays(7), [], new HashSet<AdviceSource> { AdviceSource.TrustedAdvisor }, null);

        Assert.Equal((LedgerState.Open, Start), (silent.Entries[0].State, silent.Entries[0].LastSeen));
    }

    [Fact]
    public void Step_SameDayTwice_ChangesNothingMore()
    {
        var ledger = SavingsLedger.Empty(BillingMonth.Containing(Start));
        foreach (var (day, advice) in new[] { (0, Stop), (7, null), (16, null), (23, Stop) })
        {
            Advice[] given = advice is null ? [] : [advice];
            var once = Step(ledger, Start.AddDays(day), given, Cost(10));
            var twice = Step(once, Start.AddDays(day), given, Cost(10));
            Assert.Equal(once.Entries.Select(entry => entry with { Sources = [] }), twice.Entries.Select(entry => entry with { Sources = [] }));
            ledger = once;
        }

        Assert.Equal([LedgerState.Measured, LedgerState.Open], ledger.Entries.Select(entry => entry.State));
    }

    [Fact]
    public void Step_ComesBack_IsOpenAgain()
    {
        var gone = Step(Step(SavingsLedger.Empty(BillingMonth.Containing(Start)), Start, [Stop], Cost(10)), Start.AddDays(7), [], Cost(10));

        var back = Assert.Single(Step(gone, Start.AddDays(14), [Stop], Cost(10)).Entries);

        Assert.Equal((LedgerState.Open, (DateOnly?)null, Start), (back.State, back.Gone, back.FirstSeen));
    }

    [Theory]
    [InlineData(false, 7, "not known before")]
    [InlineData(true, 30, "no report with the cost of single resources ran")]
    public void Step_CannotBeMeasured_SaysWhy(bool known, int days, string why)
    {
        var open = Step(SavingsLedger.Empty(BillingMonth.Containing(Start)), Start, [Stop], known ? Cost(10) : null);
        var gone = Step(open, Start.AddDays(7), [], null);

        var entry = Assert.Single(Step(gone, Start.AddDays(days), [], null).Entries);

        Assert.Equal((LedgerState.NotMeasurable, (Money?)null), (entry.State, entry.Realised));
        Assert.Contains(why, entry.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Step_Purchase_IsNeverMeasuredOnAResource()
    {
        var open = Step(SavingsLedger.Empty(BillingMonth.Containing(Start)), Start, [Some.Advice(90, SavingAction.PurchaseSavingsPlans, type: "ComputeSavingsPlans", id: "1 year")], Cost(10));

        Assert.Contains("commitment", Step(open, Start.AddDays(7), [], Cost(10)).Entries[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void For_NextMonth_TakesAlongWhatIsNotClosed()
    {
        var ledger = Step(SavingsLedger.Empty(BillingMonth.Containing(Start)), Start, [Stop, Some.Advice(10, id: "i-2")], Cost(10));
        ledger = Step(ledger, Start.AddDays(7), [Stop], Cost(10));
        ledger = Step(ledger, Start.AddDays(16), [Stop], Cost(10));

        var next = Step(ledger, Start.AddDays(37), [Stop], Cost(10));

        Assert.Equal(2, ledger.Entries.Count);
        Assert.Equal("2026-04", next.Month.ToString());
        Assert.Equal((LedgerState.Open, Start), (Assert.Single(next.Entries).State, next.Entries[0].FirstSeen));
    }

    [Fact]
    public void Wanted_WaitingToBeMeasured_GoBeforeTheLargestPromises()
    {
        var ledger = Step(Step(SavingsLedger.Empty(BillingMonth.Containing(Start)), Start, [Some.Advice(1, id: "i-gone")], Cost(10, "i-gone")), Start.AddDays(7), [], null);
        var advised = OptimizationAnalyst.Advised(Some.Facts([Some.Advice(5, id: "i-small"), Some.Advice(50, id: "i-large")]), Some.Owners());

        Assert.Equal(["i-gone", "i-large"], LedgerKeeper.Wanted(ledger, advised, 2).Select(name => name.Id));
    }

    private static SavingsLedger Step(SavingsLedger ledger, DateOnly today, IReadOnlyList<Advice> advice, Func<DateOnly, ResourceCosts>? costs) =>
        LedgerKeeper.Step(ledger, today, OptimizationAnalyst.Advised(Some.Facts(advice), Some.Owners()), Hub, costs?.Invoke(today));

    private static Func<DateOnly, ResourceCosts> Cost(decimal daily, string id = "i-1") => today =>
    {
        var (days, resource) = (LedgerKeeper.Asked(today), Some.Advice(1, id: id).Resource);
        return new ResourceCosts(days, new HashSet<ResourceName> { resource }, days.EachDay().ToDictionary(day => (resource, day), _ => Money.Usd(daily)), "USD");
    };
}
