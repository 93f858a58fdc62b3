using FinOps.Core.Budgeting;

namespace FinOps.Infra.Budgets;

/// <summary>What budgets are asked for, before each of its periods becomes one.</summary>
/// <param name="Id">Stable; the monthly budget carries it alone, the others with their period behind it.</param>
/// <param name="Path">Where the config asks for it.</param>
/// <param name="ParentId">The root or the unit that the account or unit stands in; null for everything else.</param>
internal sealed record BudgetScope(string Id, string Path, BudgetLevel Level, BudgetSettings Settings, BudgetFilter? Filter, string? ParentId = null)
{
    public string? AccountId { get; init; }

    /// <summary>The mailbox of who owns it.</summary>
    public string? OwnerEmail { get; init; }

    public bool IsDefault { get; init; }
}
