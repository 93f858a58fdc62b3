namespace FinOps.Functions.Costs;

public enum BudgetState
{
    Within,
    ForecastOver,
    Over,
}
