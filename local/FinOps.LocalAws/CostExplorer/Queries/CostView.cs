using FinOps.Core.Costs.Rows;
using FinOps.LocalAws.CostExplorer.Categories;
using FinOps.LocalAws.CostExplorer.Expressions;

namespace FinOps.LocalAws.CostExplorer.Queries;

/// <summary>The rows as one caller may see them now: which tag keys are active, which cost categories exist, whose accounts are visible.</summary>
/// <param name="labels">Read only when a query needs them: most sums for budgets do not.</param>
/// <param name="onlyAccount">A member account sees its own costs only; null for the management account.</param>
internal sealed class CostView(CostTable table, Lazy<CostLabels> labels, string? onlyAccount)
{
    // A category may build on another one; the limit ends definitions that were changed into a circle.
    private const int MaximumCategoryDepth = 8;

    public CostTable Table => table;

    public IReadOnlySet<string> ActiveTagKeys => labels.Value.ActiveTagKeys;

    public IReadOnlyDictionary<string, CostCategory> Categories => labels.Value.Categories;

    public bool Shows(CostLineItem item) => onlyAccount is null || item.AccountId == onlyAccount;

    /// <summary>Empty when the row has no such tag or the key is not an active cost allocation tag.</summary>
    public string TagValue(CostLineItem item, string key) =>
        ActiveTagKeys.Contains(key) && item.Tags.TryGetValue(key, out var value) ? value : "";

    /// <summary>Empty when the category does not exist, is not in effect on that day, or gives the row no value.</summary>
    public string CategoryValue(CostLineItem item, string name, DateOnly day) => CategoryValue(item, name, day, 0);

    public bool Matches(CostExpression expression, CostLineItem item, DateOnly day) => Matches(expression, item, day, 0);

    /// <summary>The days inside the range on which a referenced category comes into effect: values may differ before and after.</summary>
    public IEnumerable<DateOnly> Changes(IEnumerable<string> categoryNames)
    {
        var pending = new Queue<string>(categoryNames);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (pending.TryDequeue(out var name))
        {
            if (!seen.Add(name) || !Categories.TryGetValue(name, out var category))
                continue;
            yield return category.EffectiveFrom;
            foreach (var rule in category.Rules.OfType<CategoryRule.Regular>())
                foreach (var leaf in rule.Expression.Leaves().Where(leaf => leaf.Kind == LeafKind.CostCategory))
                    pending.Enqueue(leaf.Key);
        }
    }

    private string CategoryValue(CostLineItem item, string name, DateOnly day, int depth)
    {
        if (depth > MaximumCategoryDepth || !Categories.TryGetValue(name, out var category) || day < category.EffectiveFrom)
            return "";
        foreach (var rule in category.Rules)
        {
            var value = rule switch
            {
                CategoryRule.FromAccountName => item.AccountName,
                CategoryRule.FromTag tag => TagValue(item, tag.Key),
                CategoryRule.Regular regular => Matches(regular.Expression, item, day, depth + 1) ? regular.Value : "",
                _ => throw new InvalidOperationException($"Unknown rule {rule.GetType().Name}."),
            };
            if (value.Length > 0)
                return value;
        }
        return category.Default;
    }

    private bool Matches(CostExpression expression, CostLineItem item, DateOnly day, int depth) => expression switch
    {
        CostExpression.And and => and.Operands.All(operand => Matches(operand, item, day, depth)),
        CostExpression.Or or => or.Operands.Any(operand => Matches(operand, item, day, depth)),
        CostExpression.Not not => !Matches(not.Operand, item, day, depth),
        CostExpression.Leaf { Kind: LeafKind.Tag } leaf => leaf.Accepts(TagValue(item, leaf.Key)),
        CostExpression.Leaf { Kind: LeafKind.CostCategory } leaf => leaf.Accepts(CategoryValue(item, leaf.Key, day, depth)),
        CostExpression.Leaf leaf => MatchesDimension(leaf, item),
        _ => throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}."),
    };

    private static bool MatchesDimension(CostExpression.Leaf leaf, CostLineItem item)
    {
        var dimension = CostDimension.Find(leaf.Key) ?? throw new InvalidOperationException($"Dimension {leaf.Key} has no values in cost rows.");
        return leaf.Accepts(leaf.Match == MatchKind.Absent ? dimension.Raw(item) : dimension.ValueOf(item));
    }
}
