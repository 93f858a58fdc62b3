namespace FinOps.Core.Costs.History;

/// <param name="Days">The month's days in this history; fewer than it has while it is partial.</param>
/// <param name="Change">Against the month before; null unless both are whole.</param>
/// <param name="YearChange">Against the same month a year before; null unless both are whole and the history is long enough.</param>
/// <param name="IsEstimated">AWS still calls the amount an estimate.</param>
public sealed record HistoryMonth(BillingMonth Month, int Days, MonthState State, Money Total, CostChange? Change, CostChange? YearChange, bool IsEstimated);
