namespace FinOps.Core.Budgeting;

/// <summary>How long a budget's limit holds before it begins anew.</summary>
public enum BudgetPeriod
{
    /// <summary>A calendar month.</summary>
    Monthly,

    /// <summary>A calendar quarter.</summary>
    Quarterly,

    /// <summary>A day; AWS alerts on what was spent only, never on a forecast.</summary>
    Daily,
}
