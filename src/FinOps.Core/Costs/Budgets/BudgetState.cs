namespace FinOps.Core.Costs.Budgets;

public enum BudgetState
{
    Within,

    /// <summary>A forecast, AWS's or the report's, passes the limit before the period ends.</summary>
    ForecastOver,
    Over,
}
