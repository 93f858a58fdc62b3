namespace FinOps.Core.Costs.Analysis;

/// <summary>The steps from what was used to what is billed, in the order in which the report shows them.</summary>
public enum BridgeStep
{
    Usage,

    /// <summary>Takes the on-demand price of usage that a savings plan pays for back, so that it is not counted beside the plan's own fee.</summary>
    SavingsPlanNegation,
    CommitmentFees,
    OtherFees,
    Discounts,
    Credits,
    Refunds,
    Tax,
}
