namespace FinOps.Core.Budgeting;

/// <summary>Which cost a budget counts, as AWS Budgets names it.</summary>
/// <param name="Name"><c>LinkedAccount</c>, <c>CostCategory</c>, <c>TagKeyValue</c> or <c>Service</c>.</param>
/// <param name="Values">Any of these; <c>Team$payments</c> for a cost category, <c>user:Project$shop</c> for a tag.</param>
public sealed record BudgetFilter(string Name, IReadOnlyList<string> Values)
{
    public static BudgetFilter Accounts(IEnumerable<string> ids) => new("LinkedAccount", [.. ids]);

    public static BudgetFilter CostCategory(string category, string value) => new("CostCategory", [$"{category}${value}"]);

    /// <summary>Without the <c>user:</c> before the key, AWS takes the filter and matches nothing.</summary>
    public static BudgetFilter Tag(string key, string value) => new("TagKeyValue", [$"user:{key}${value}"]);

    public static BudgetFilter Service(string service) => new("Service", [service]);
}
