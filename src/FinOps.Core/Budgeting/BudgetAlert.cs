namespace FinOps.Core.Budgeting;

/// <summary>When a budget tells somebody.</summary>
/// <param name="OnForecast">True for what will be spent by the end of the period, false for what was spent.</param>
/// <param name="Percent">Of the limit.</param>
public sealed record BudgetAlert(bool OnForecast, decimal Percent);
