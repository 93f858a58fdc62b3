namespace FinOps.Core.Costs.History;

/// <param name="Typical">Median cost of such a day.</param>
/// <param name="Index">That median divided by the mean of the seven medians: 1 is a typical day.</param>
public sealed record WeekdayIndex(DayOfWeek Day, Money Typical, decimal Index);
