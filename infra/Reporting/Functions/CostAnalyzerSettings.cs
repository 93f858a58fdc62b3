using FinOps.Core.Costs.Analysis;
using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Reporting.Functions;

/// <summary>What the weekly cost report shows; an event may ask for something else.</summary>
public sealed record CostAnalyzerSettings
{
    /// <summary>Tag keys to break usage down by besides the one that names the owner; one Cost Explorer request each.</summary>
    [Matches("[^,]{1,128}", "a tag key", "Environment")]
    [Items(0, 20, "keys", "Each costs a request; ask for the ones that somebody reads.")]
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Cost categories to break usage down by; one Cost Explorer request each.</summary>
    [Matches("[^,]{1,50}", "the name of a cost category", "Product")]
    [Items(0, 20, "categories", "Each costs a request; ask for the ones that somebody reads.")]
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>How much something must have moved, or been unusual by, to be shown: in the currency of the bill.</summary>
    [Between(0, 1_000_000_000)]
    public decimal GateUsd { get; init; } = MoverGates.Default.Amount;

    /// <summary>And by how many percent.</summary>
    [Between(0, 1_000_000_000, "percent")]
    public decimal GatePercent { get; init; } = MoverGates.Default.Ratio * 100;

    /// <summary>Whether AWS's own forecast stands beside the report's; one Cost Explorer request.</summary>
    public bool AwsForecast { get; init; }
}
