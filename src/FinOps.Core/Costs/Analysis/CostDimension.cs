namespace FinOps.Core.Costs.Analysis;

/// <summary>By what a cost is broken down.</summary>
public enum CostDimension
{
    AllocationTag,
    Service,
    Account,
    Region,
    ChargeType,
    FurtherTag,
    CostCategory,
}
