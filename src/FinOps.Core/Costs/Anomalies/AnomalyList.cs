namespace FinOps.Core.Costs.Anomalies;

/// <param name="Items">What passed the gates, open ones first, then by impact.</param>
/// <param name="BelowGates">How many AWS saw that did not pass.</param>
public sealed record AnomalyList(IReadOnlyList<CostAnomaly> Items, int BelowGates);
