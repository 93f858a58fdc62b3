using System.Globalization;

namespace FinOps.Core.Budgeting;

/// <summary>
/// Which part of a tree one stack declares when there are more budgets than one account may have. Accounts are spread by their id, so
/// that one more account moves no other; everything that is not an account's is in the first shard.
/// </summary>
/// <param name="Number">From 1.</param>
/// <param name="Of">How many there are.</param>
public sealed record BudgetShard(int Number, int Of)
{
    public static BudgetShard Whole { get; } = new(1, 1);

    /// <param name="accountId">Twelve digits, or null for a budget of something else.</param>
    public bool Has(string? accountId) =>
        (accountId is null ? 1 : (int)(long.Parse(accountId, CultureInfo.InvariantCulture) % Of) + 1) == Number;
}
