namespace FinOps.Core.Costs.History;

/// <param name="Start">The day, or the first day of the month.</param>
/// <param name="Key">Value of the grouping; empty for "no tag".</param>
public sealed record HistoryCell(DateOnly Start, string Key, Money Amount);
