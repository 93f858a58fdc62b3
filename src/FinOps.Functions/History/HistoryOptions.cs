using FinOps.Core.Costs.History;
using FinOps.Core.Costs.Rows;

namespace FinOps.Functions.History;

/// <summary>What one cost history is about.</summary>
public sealed record HistoryOptions
{
    public required HistoryPeriod Period { get; init; }

    public required HistoryGrouping Grouping { get; init; }

    public CostMetric Metric { get; init; } = CostMetric.UnblendedCost;

    public HistoryGranularity Granularity { get; init; }

    /// <summary>Names the run; null for the time of the run.</summary>
    public string? RunId { get; init; }
}
