namespace FinOps.Core.Costs.Rows;

/// <summary>One day of one line item: the row a bill or a FOCUS export has for it.</summary>
/// <param name="UnblendedCost">Cash view; FOCUS calls it BilledCost.</param>
/// <param name="AmortizedCost">Commitments spread over the usage they cover; FOCUS calls it EffectiveCost.</param>
/// <param name="UsageQuantity">In the unit of the line item.</param>
/// <param name="IsEstimated">The day may still change.</param>
public sealed record CostRow(
    DateOnly Day,
    CostLineItem Item,
    Money UnblendedCost,
    Money AmortizedCost,
    Money NetUnblendedCost,
    Money NetAmortizedCost,
    decimal UsageQuantity,
    bool IsEstimated)
{
    public BillingMonth BillingMonth => BillingMonth.Containing(Day);
}
