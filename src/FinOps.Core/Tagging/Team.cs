using FinOps.Core.Costs;

namespace FinOps.Core.Tagging;

/// <param name="Name">The value of the allocation key on what the team owns.</param>
/// <param name="OwnerEmail">A shared mailbox; budgets, anomalies and reports go there.</param>
public sealed record Team(string Name, string OwnerEmail)
{
    /// <summary>What the team plans to spend in a month; null when nobody has said.</summary>
    public Money? MonthlyBudget { get; init; }
}
