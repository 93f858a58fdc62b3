namespace FinOps.Core.Costs.History;

/// <summary>One row: a group through the whole period.</summary>
/// <param name="Key">As AWS writes it; empty for "no tag", and for groups folded into one.</param>
/// <param name="Months">One amount for each month of the history, in its order.</param>
/// <param name="Days">One amount for each day of a daily history, in its order; empty in a monthly one.</param>
/// <param name="Changes">Month over month, in the order of the months; null where the months are not compared.</param>
/// <param name="YearChange">The last whole month against the same month a year before; null when that is not compared.</param>
public sealed record HistoryGroup(
    string Key, string Label, IReadOnlyList<Money> Months, IReadOnlyList<Money> Days, Money Total, decimal? Share, IReadOnlyList<CostChange?> Changes, CostChange? YearChange);
