namespace FinOps.Core.Costs.Analysis;

/// <summary>One cell of an answer that is grouped by day and two keys.</summary>
/// <param name="First">Value of the first grouping; empty for "no tag".</param>
/// <param name="Second">Value of the second grouping.</param>
public sealed record CostCell(DateOnly Day, string First, string Second, CostAmounts Amounts);
