using FinOps.Core.Costs.Analysis;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Costs.Gathering;

/// <summary>All that one report is made of.</summary>
internal sealed record Gathered(CostFacts Facts, IReadOnlyList<Blindspot> NotSeen);
