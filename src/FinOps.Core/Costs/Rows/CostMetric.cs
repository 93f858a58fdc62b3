namespace FinOps.Core.Costs.Rows;

/// <summary>The columns of a cost row, with the meaning Cost Explorer gives them.</summary>
public enum CostMetric
{
    UnblendedCost,

    /// <summary>Equal to the unblended cost: rows here have no consolidated-billing averages.</summary>
    BlendedCost,
    AmortizedCost,
    NetUnblendedCost,
    NetAmortizedCost,
    UsageQuantity,
    NormalizedUsageAmount,
}
