namespace FinOps.Core.Costs.Budgets;

/// <summary>A budget next to the spend.</summary>
/// <param name="Pace">What <paramref name="RunwayDays"/> and <paramref name="BreachDay"/> are computed from.</param>
/// <param name="RunwayDays">Whole days, from the report's day on, until the limit is used up at that pace; null when it is not within a year.</param>
/// <param name="BreachDay">The day on which the limit is passed; null when that is not before the period ends.</param>
/// <param name="ExpectedAtEnd">Actual plus the rest of the period at that pace; null without a pace.</param>
public sealed record BudgetStatus(
    BudgetFacts Budget, BudgetPace Pace, int? RunwayDays, DateOnly? BreachDay, Money? ExpectedAtEnd)
{
    public string Name => Budget.Name;

    public string Period => Budget.Period;

    public Money Limit => Budget.Limit;

    public Money Actual => Budget.Actual;

    public Money? Forecast => Budget.Forecast;

    /// <summary>1 for exactly used up; null for a limit of zero.</summary>
    public decimal? Used => Actual.ShareOf(Limit);

    public BudgetState State =>
        Actual > Limit ? BudgetState.Over : Forecast > Limit || BreachDay is not null ? BudgetState.ForecastOver : BudgetState.Within;
}
