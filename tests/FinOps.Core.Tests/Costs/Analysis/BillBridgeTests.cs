using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;

namespace FinOps.Core.Tests.Costs.Analysis;

public sealed class BillBridgeTests
{
    [Fact]
    public void Analyse_SavingsPlan_IsCountedOnce()
    {
        var bridge = Bridge(
            ("SavingsPlanCoveredUsage", 100, 70), ("SavingsPlanNegation", -100, 0), ("SavingsPlanRecurringFee", 80, 10), ("Usage", 50, 50),
            ("Enterprise Discount Program Discount", -9, -9), ("Credit", -20, -20), ("Refund", -1, -1), ("Tax", 19, 19), ("Brand New Fee", 3, 3));

        Assert.Equal(
            [BridgeStep.Usage, BridgeStep.SavingsPlanNegation, BridgeStep.CommitmentFees, BridgeStep.OtherFees, BridgeStep.Discounts, BridgeStep.Credits, BridgeStep.Refunds, BridgeStep.Tax],
            bridge.Rows.Select(row => row.Step));
        Assert.Equal(Money.Usd(0), bridge.DoubleCounted);
        Assert.Equal(Money.Usd(50 + 80 - 9 - 20 - 1 + 19 + 3), bridge.Total.Unblended);
        Assert.Equal(Money.Usd(70 + 10 + 50 - 9 - 20 - 1 + 19 + 3), bridge.Total.Amortized);
        Assert.Equal(["Brand New Fee"], bridge.Rows.Single(row => row.Step == BridgeStep.OtherFees).ChargeTypes);
    }

    [Fact]
    public void Analyse_NegationMissing_ShowsTheDoubleCount() =>
        Assert.Equal(Money.Usd(100), Bridge(("SavingsPlanCoveredUsage", 100, 70), ("SavingsPlanRecurringFee", 80, 10)).DoubleCounted);

    private static BillBridge Bridge(params (string Type, decimal Unblended, decimal Amortized)[] charges) => SmallFacts.Analyse(SmallFacts.Of() with
    {
        RegionByChargeType = [.. charges.Select(charge => new CostCell(
            SmallFacts.Periods.Current.Start, "global", charge.Type, new CostAmounts(Money.Usd(charge.Unblended), Money.Usd(charge.Amortized), Money.Usd(charge.Amortized))))],
    }).Bridge;
}
