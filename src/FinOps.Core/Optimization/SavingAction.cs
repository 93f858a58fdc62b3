namespace FinOps.Core.Optimization;

/// <summary>What would be done. On one resource only one of them can be, so their savings are never added.</summary>
public enum SavingAction
{
    Stop,
    Delete,
    ScaleIn,
    Rightsize,
    Upgrade,
    MigrateToGraviton,
    PurchaseSavingsPlans,
    PurchaseReservedInstances,

    /// <summary>One that this version does not know.</summary>
    Other,
}
