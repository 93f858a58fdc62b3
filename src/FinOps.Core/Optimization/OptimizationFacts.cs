using FinOps.Core.Costs;
using FinOps.Core.Optimization.Decisions;
using FinOps.Core.Optimization.Commitments;

namespace FinOps.Core.Optimization;

/// <summary>Everything that the analysis of opportunities rests on.</summary>
public sealed record OptimizationFacts
{
    /// <summary>The first day not looked at.</summary>
    public required DateOnly Today { get; init; }

    public required IReadOnlyList<Advice> Advice { get; init; }

    public HubTotals? HubTotals { get; init; }

    public DecisionList Decisions { get; init; } = DecisionList.Empty;

    public CommitmentFacts? Commitments { get; init; }

    /// <summary>What the organization spent in the last 30 complete days; null when unknown.</summary>
    public Money? MonthlySpend { get; init; }

    public RankWeights Weights { get; init; } = RankWeights.Default;
}
