using FinOps.Core.Costs;

namespace FinOps.Core.Budgeting;

/// <summary>How much may be spent in a period.</summary>
public abstract record BudgetLimit
{
    /// <returns>The limit of the period that holds the month, or null when nobody knows it beforehand.</returns>
    public abstract Money? In(BillingMonth month);
}

/// <summary>The same in every period.</summary>
public sealed record FixedLimit(Money Amount) : BudgetLimit
{
    public override Money? In(BillingMonth month) => Amount;
}

/// <summary>A limit for each period; the last one stated goes on holding.</summary>
/// <param name="Steps">Months with their limits, oldest first, without gaps; for quarters the first month of each.</param>
public sealed record PlannedLimit(IReadOnlyList<(BillingMonth Month, Money Amount)> Steps) : BudgetLimit
{
    public override Money? In(BillingMonth month)
    {
        var last = Steps.LastOrDefault(step => step.Month <= month);
        return last == default ? null : last.Amount;
    }
}

/// <summary>AWS adjusts the limit by what was spent before, or by its forecast.</summary>
/// <param name="HistoryPeriods">How many periods back count; null for the forecast.</param>
public sealed record AdjustingLimit(int? HistoryPeriods) : BudgetLimit
{
    public override Money? In(BillingMonth month) => null;
}
