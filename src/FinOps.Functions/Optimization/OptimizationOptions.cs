using FinOps.Core.Optimization.Decisions;
using FinOps.Core.Tagging;

namespace FinOps.Functions.Optimization;

/// <summary>What one report of opportunities is about.</summary>
public sealed record OptimizationOptions
{
    public required TagStandard Standard { get; init; }

    /// <summary>The tag key that says who owns a resource; null for the standard's allocation key.</summary>
    public string? AllocationTag { get; init; }

    public DecisionList Decisions { get; init; } = DecisionList.Empty;

    /// <summary>
    /// In how many places (an account and a region) Compute Optimizer is asked, the most expensive first; 0 asks it nowhere. Each place takes six
    /// requests, free of charge.
    /// </summary>
    public int OptimizerPlaces { get; init; } = 40;

    /// <summary>Of how many resources the cost is followed, for the ledger; each hundred takes a Cost Explorer request and its pages. 0 follows none.</summary>
    public int MeasuredResources { get; init; } = 100;

    /// <summary>The bucket that keeps the ledger; null for none.</summary>
    public string? LedgerBucket { get; init; }

    /// <summary>False to show the ledger and leave it as it is.</summary>
    public bool KeepLedger { get; init; } = true;

    /// <summary>Names the run; null for the time of the run.</summary>
    public string? RunId { get; init; }
}
