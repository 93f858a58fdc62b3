namespace FinOps.Core.Costs.Budgets;

/// <summary>Where the daily amounts behind a budget's outlook come from.</summary>
public enum BudgetPace
{
    /// <summary>The report's daily forecast of the usage that the budget counts.</summary>
    Forecast,

    /// <summary>Actual spend divided by the days of the period so far: the filter, or the length of the history, allows no more.</summary>
    BurnRate,

    /// <summary>Neither: the period has no known end, or has no day yet.</summary>
    None,
}
