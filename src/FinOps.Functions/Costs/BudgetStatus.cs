using FinOps.Core.Costs;

namespace FinOps.Functions.Costs;

/// <summary>A cost budget as AWS Budgets sees it; its own filters say what it counts.</summary>
/// <param name="Period">MONTHLY, QUARTERLY...</param>
/// <param name="Forecast">AWS's forecast for the period, or null while there is none.</param>
public sealed record BudgetStatus(string Name, string Period, Money Limit, Money Actual, Money? Forecast)
{
    /// <summary>1 for exactly used up; null for a limit of zero.</summary>
    public decimal? Used => Actual.ShareOf(Limit);

    public BudgetState State => Actual > Limit ? BudgetState.Over : Forecast > Limit ? BudgetState.ForecastOver : BudgetState.Within;
}
