namespace FinOps.Core.Costs.History;

/// <summary>What repeats. What the history is too short for is absent, with the reason in its place.</summary>
/// <param name="WholeMonths">Whole months with cost in the history.</param>
/// <param name="NoYear">Why no month is compared with the same month a year before; null when some are.</param>
/// <param name="Weekdays">Monday to Sunday, or empty.</param>
/// <param name="Weeks">The whole weeks that the weekdays are averaged over.</param>
/// <param name="NoWeekdays">Why there is no index of weekdays; null when there is one.</param>
public sealed record Seasonality(int WholeMonths, string? NoYear, IReadOnlyList<WeekdayIndex> Weekdays, DateRange Weeks, string? NoWeekdays)
{
    /// <summary>The fewest whole months of which one has a twin a year before.</summary>
    public const int LeastMonths = 13;

    /// <summary>Fewer weeks, and one holiday would pass for a habit.</summary>
    public const int LeastWeeks = 4;
}
