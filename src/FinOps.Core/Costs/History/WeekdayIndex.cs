namespace FinOps.Core.Costs.History;

/// <param name="Average">Mean cost of such a day.</param>
/// <param name="Index">That mean divided by the mean of all days: 1 is an average day.</param>
public sealed record WeekdayIndex(DayOfWeek Day, Money Average, decimal Index);
