namespace FinOps.Core.Costs.Budgets;

/// <summary>A cost budget as AWS Budgets sees it.</summary>
/// <param name="Period">MONTHLY, QUARTERLY...</param>
/// <param name="Actual">What its own filters counted in its current period.</param>
/// <param name="Forecast">AWS's forecast for the period, or null while there is none.</param>
public sealed record BudgetFacts(string Name, string Period, Money Limit, Money Actual, Money? Forecast, BudgetScope Scope);
