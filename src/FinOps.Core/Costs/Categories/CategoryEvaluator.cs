using FinOps.Core.Costs.Rows;

namespace FinOps.Core.Costs.Categories;

/// <summary>Says which value of a category a cost has, as Cost Explorer would: each cost has exactly one.</summary>
public static class CategoryEvaluator
{
    /// <param name="activeKeys">The active cost allocation tags; the bill does not show other tags.</param>
    /// <returns>Empty for days before the category's effective start.</returns>
    public static string ValueOf(CategoryPlan plan, CostLineItem item, DateOnly day, IReadOnlySet<string> activeKeys)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(activeKeys);
        return day < plan.EffectiveStart?.FirstDay ? "" : plan.Rules.Select(rule => ValueOf(rule, item, activeKeys)).FirstOrDefault(value => value.Length > 0, plan.DefaultValue);
    }

    /// <summary>The cost of each value that has any, by value.</summary>
    /// <param name="cost">Which of a row's amounts to add up.</param>
    public static IReadOnlyDictionary<string, Money> Sum(CategoryPlan plan, IEnumerable<CostRow> rows, Func<CostRow, Money> cost, IReadOnlySet<string> activeKeys) =>
        rows.GroupBy(row => ValueOf(plan, row.Item, row.Day, activeKeys), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Money.Sum(group.Select(cost)), StringComparer.Ordinal);

    private static string ValueOf(CategoryRule rule, CostLineItem item, IReadOnlySet<string> activeKeys) => rule switch
    {
        CategoryRule.ByTag tag => tag.Spellings.Contains(Tag(item, tag.Key, activeKeys)) ? tag.Value : "",
        CategoryRule.ByAccount account => account.AccountIds.Contains(item.AccountId) ? account.Value : "",
        CategoryRule.FromTag tag => Tag(item, tag.Key, activeKeys),
        CategoryRule.FromAccountName => item.AccountName,
        _ => throw new InvalidOperationException($"Unknown rule {rule.GetType().Name}."),
    };

    private static string Tag(CostLineItem item, string key, IReadOnlySet<string> activeKeys) =>
        activeKeys.Contains(key) ? item.Tags.GetValueOrDefault(key, "") : "";
}
