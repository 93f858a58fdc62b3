using Amazon.Budgets;
using Amazon.Budgets.Model;
using FinOps.Core.Costs.Budgets;

namespace FinOps.Functions.Costs.Gathering;

/// <summary>
/// What a budget's filters, in either of the forms that AWS has, let it count. A filter on charge types narrows no usage and is passed over;
/// any other that the report's own figures cannot follow is named as such.
/// </summary>
internal static class BudgetScopes
{
    private const string UserTag = "user:";
    private const string RecordType = "RECORD_TYPE";
    private const int ShownValues = 3;

    public static BudgetScope Of(Budget budget, string allocationTag)
    {
        List<BudgetScope?> parts =
        [
            .. (budget.CostFilters ?? []).Select(filter => Old(filter.Key, filter.Value, allocationTag)),
            .. budget.FilterExpression is { } expression ? New(expression, allocationTag) : [],
        ];
        return parts.OfType<BudgetScope>().ToList() switch
        {
            [] => BudgetScope.Everything,
            [var only] => only,
            var several => Other(string.Join(" and ", several.Select(part => part.Words))),
        };
    }

    /// <returns>Null for a filter that narrows no usage.</returns>
    private static BudgetScope? Old(string name, List<string> values, string allocationTag) => name switch
    {
        "LinkedAccount" => Known(BudgetScopeKind.Accounts, "account", values),
        "Service" => Known(BudgetScopeKind.Services, "service", values),
        "TagKeyValue" when values.All(value => Key(value) == allocationTag && value.Contains('$', StringComparison.Ordinal)) =>
            Known(BudgetScopeKind.OwnerTags, allocationTag, [.. values.Select(value => value[(value.IndexOf('$', StringComparison.Ordinal) + 1)..])]),
        "RecordType" => null,
        _ => Other($"{name} {Words(values)}"),
    };

    private static IEnumerable<BudgetScope?> New(Expression expression, string allocationTag) => expression switch
    {
        { And: { Count: > 0 } parts } => parts.SelectMany(part => New(part, allocationTag)),
        { Not.Dimensions.Key.Value: RecordType } or { Dimensions.Key.Value: RecordType } => [],
        { Dimensions: { Values: { } values } dimension } when IsExact(dimension.MatchOptions) && dimension.Key == Dimension.LINKED_ACCOUNT =>
            [Known(BudgetScopeKind.Accounts, "account", values)],
        { Dimensions: { Values: { } values } dimension } when IsExact(dimension.MatchOptions) && dimension.Key == Dimension.SERVICE =>
            [Known(BudgetScopeKind.Services, "service", values)],
        { Tags: { Values: { } values, Key: { } key } tag } when IsExact(tag.MatchOptions) && Key(key) == allocationTag =>
            [Known(BudgetScopeKind.OwnerTags, allocationTag, values)],
        { Dimensions: { } dimension } => [Other($"{dimension.Key?.Value} {Words(dimension.Values ?? [])}")],
        { Tags: { } tag } => [Other($"{tag.Key} {Words(tag.Values ?? [])}")],
        { CostCategories: { } category } => [Other($"{category.Key} {Words(category.Values ?? [])}")],
        _ => [Other("a filter of several parts")],
    };

    private static bool IsExact(List<string>? options) => options is null || options.All(option => option is "EQUALS" or "CASE_SENSITIVE");

    private static string Key(string text)
    {
        var key = text.Split('$')[0];
        return key.StartsWith(UserTag, StringComparison.Ordinal) ? key[UserTag.Length..] : key;
    }

    private static BudgetScope Known(BudgetScopeKind kind, string what, List<string> values) => new(kind, values, $"{what} {Words(values)}");

    private static BudgetScope Other(string words) => new(BudgetScopeKind.Other, [], words);

    private static string Words(List<string> values) =>
        string.Join(", ", values.Take(ShownValues)) + (values.Count > ShownValues ? $" and {values.Count - ShownValues} more" : "");
}
