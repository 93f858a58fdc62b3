namespace FinOps.Core.Budgeting;

/// <summary>What AWS Budgets allows.</summary>
public static class BudgetLimits
{
    public const int Budgets = 20_000;

    public const int NameLength = 100;

    /// <summary>The documentation's number; the API's model would take ten.</summary>
    public const int AlertsOfABudget = 5;

    public const int AddressesOfAnAlert = 10;

    /// <summary>How many periods from now a planned budget states.</summary>
    public static int PlannedPeriods(BudgetPeriod period) => period == BudgetPeriod.Quarterly ? 4 : 12;

    /// <summary>How many periods back an auto-adjusting budget may look.</summary>
    public static int HistoryPeriods(BudgetPeriod period) => period switch
    {
        BudgetPeriod.Daily => 60,
        BudgetPeriod.Monthly => 12,
        _ => 4,
    };
}
