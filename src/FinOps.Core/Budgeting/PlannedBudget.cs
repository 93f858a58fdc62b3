namespace FinOps.Core.Budgeting;

/// <summary>One budget of the tree.</summary>
/// <param name="Id">Stable: made from what the budget is for, never from a place in a list. <c>account-111122223333</c>, <c>team-payments-quarterly</c>.</param>
/// <param name="Path">Where the config asks for it, for messages: <c>accounts.payments-prod</c>.</param>
/// <param name="Filter">Null for everything.</param>
/// <param name="ParentId">The budget that this one is a part of, or null.</param>
public sealed record PlannedBudget(string Id, string Path, BudgetLevel Level, BudgetPeriod Period, BudgetLimit Limit, BudgetFilter? Filter, string? ParentId)
{
    public IReadOnlyList<BudgetAlert> Alerts { get; init; } = [];

    /// <summary>E-mail addresses.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>True for a limit that every account gets unless it has its own: an alarm, not a share of the parent's money.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Lower case letters, digits and single hyphens, for ids: <c>Amazon EC2 - Other</c> is <c>amazon-ec2-other</c>.</summary>
    public static string Slug(string text) =>
        string.Join('-', string.Concat(text.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
