namespace FinOps.Core.Costs.Analysis;

/// <summary>One value of the allocation tag: what it cost, and whether the standard knows an owner by it.</summary>
public sealed record AllocationValue(BreakdownRow Cost, TagVerdict Verdict);
