namespace FinOps.Core.Optimization.Ledger;

public enum LedgerState
{
    /// <summary>Still advised.</summary>
    Open,

    /// <summary>No longer advised; what it saved is measured when a week of settled cost has passed.</summary>
    Gone,

    /// <summary>The saving is known.</summary>
    Measured,

    /// <summary>It never will be; the reason stands beside it.</summary>
    NotMeasurable,
}
