using System.Text.RegularExpressions;
using Amazon.CostExplorer.Model;
using BudgetExpression = Amazon.Budgets.Model.Expression;

namespace FinOps.Functions.Responder.Gathering;

/// <summary>The scope of a budget as Cost Explorer asks for it, from filters of the old style and of the new.</summary>
internal static partial class BudgetFilters
{
    private const string UserTag = "user:";

    /// <summary>Names of the old style that Cost Explorer knows as dimensions.</summary>
    private static readonly HashSet<string> Dimensions =
    [
        "AZ", "INSTANCE_TYPE", "LINKED_ACCOUNT", "OPERATION", "PURCHASE_TYPE", "REGION", "SERVICE", "USAGE_TYPE", "USAGE_TYPE_GROUP", "RECORD_TYPE", "OPERATING_SYSTEM",
        "TENANCY", "LEGAL_ENTITY_NAME", "INVOICING_ENTITY", "DATABASE_ENGINE", "INSTANCE_TYPE_FAMILY", "BILLING_ENTITY",
    ];

    /// <returns>Null without a filter; or why the filter cannot be asked.</returns>
    public static (Expression? Filter, string? Unanswerable) Of(Amazon.Budgets.Model.Budget budget)
    {
        if (budget.FilterExpression is { } expression)
            return (Of(expression), null);
        var all = new List<Expression>();
        foreach (var (name, values) in budget.CostFilters ?? [])
        {
            if (Old(name, values) is not { } part)
                return (null, $"its filter {name} is not one that Cost Explorer has");
            all.Add(part);
        }

        return (all.Count switch { 0 => null, 1 => all[0], _ => new Expression { And = all } }, null);
    }

    /// <summary>Accounts of which the scope counts any; nothing when accounts are only a part of a larger condition.</summary>
    public static IReadOnlyList<string> Accounts(Expression? filter) =>
        [.. Parts(filter).Where(part => part.Dimensions is { Key.Value: "LINKED_ACCOUNT", MatchOptions: null or [] or ["EQUALS"] }).SelectMany(part => part.Dimensions!.Values ?? [])];

    /// <summary>Values of tags and cost categories of which the scope counts any.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Values(Expression? filter) =>
    [
        .. Parts(filter).SelectMany(part => (part.Tags?.Values ?? []).Select(value => KeyValuePair.Create(part.Tags!.Key ?? "", value))
            .Concat((part.CostCategories?.Values ?? []).Select(value => KeyValuePair.Create(part.CostCategories!.Key ?? "", value)))),
    ];

    // What must hold; what stands below an Or or a Not says nothing about the whole.
    private static IEnumerable<Expression> Parts(Expression? filter) =>
        filter is null ? [] : filter.And is { } all ? all.SelectMany(Parts) : [filter];

    private static Expression? Old(string name, List<string> values) => name switch
    {
        "TagKeyValue" => Keyed(values, (key, some) => new Expression { Tags = new TagValues { Key = key.StartsWith(UserTag, StringComparison.Ordinal) ? key[UserTag.Length..] : key, Values = some } }),
        "CostCategory" => Keyed(values, (key, some) => new Expression { CostCategories = new CostCategoryValues { Key = key, Values = some } }),
        _ => WordStart().Replace(name, "_").ToUpperInvariant() is var key && Dimensions.Contains(key) ? new Expression { Dimensions = new DimensionValues { Key = key, Values = values } } : null,
    };

    /// <summary>Values are Key$Value; any of them may match.</summary>
    private static Expression Keyed(List<string> values, Func<string, List<string>, Expression> make)
    {
        var keys = values.Select(value => value.Split('$', 2)).GroupBy(parts => parts[0], parts => parts.Length > 1 ? parts[1] : "", StringComparer.Ordinal)
            .Select(group => make(group.Key, [.. group])).ToList();
        return keys.Count == 1 ? keys[0] : new Expression { Or = keys };
    }

    private static Expression Of(BudgetExpression from) => new()
    {
        Or = from.Or is { Count: > 0 } any ? [.. any.Select(Of)] : null,
        And = from.And is { Count: > 0 } all ? [.. all.Select(Of)] : null,
        Not = from.Not is { } not ? Of(not) : null,
        Dimensions = from.Dimensions is { } dimension ? new DimensionValues { Key = dimension.Key?.Value!, Values = dimension.Values, MatchOptions = dimension.MatchOptions } : null,
        Tags = from.Tags is { } tags ? new TagValues { Key = tags.Key, Values = tags.Values, MatchOptions = tags.MatchOptions } : null,
        CostCategories = from.CostCategories is { } category ? new CostCategoryValues { Key = category.Key, Values = category.Values, MatchOptions = category.MatchOptions } : null,
    };

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStart();
}
