namespace FinOps.Core.Costs.Analysis;

/// <summary>The same cost in the three views that a report needs; they add up view by view.</summary>
/// <param name="Unblended">What the invoice shows, when it shows it.</param>
/// <param name="Amortized">Commitments spread over the usage that they cover: the cost to allocate.</param>
/// <param name="NetAmortized">Amortized, after negotiated discounts.</param>
public readonly record struct CostAmounts(Money Unblended, Money Amortized, Money NetAmortized)
{
    public static CostAmounts operator +(CostAmounts left, CostAmounts right) =>
        new(left.Unblended + right.Unblended, left.Amortized + right.Amortized, left.NetAmortized + right.NetAmortized);

    public static CostAmounts Add(CostAmounts left, CostAmounts right) => left + right;

    public static CostAmounts Zero(string currency) => new(Money.Zero(currency), Money.Zero(currency), Money.Zero(currency));
}
