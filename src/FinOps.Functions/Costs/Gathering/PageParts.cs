using System.Globalization;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;

namespace FinOps.Functions.Costs.Gathering;

/// <summary>Reads the parts of a page; what makes no sense is refused, never guessed.</summary>
internal static class PageParts
{
    public static void AddNames(GetCostAndUsageResponse page, Dictionary<string, string> names)
    {
        foreach (var value in page.DimensionValueAttributes ?? [])
            if (value is { Value: { } key, Attributes: { } attributes } && attributes.TryGetValue("description", out var name) && name.Length > 0)
                names[key] = name;
    }

    public static DateOnly Day(ResultByTime result, string endpoint) =>
        DateOnly.TryParseExact(result.TimePeriod?.Start, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Unreadable.Problem(endpoint, $"a day '{result.TimePeriod?.Start}'", "a day such as 2026-01-31");

    /// <summary>Cost Explorer writes a group of a tag or a category as key, dollar, value: "Team$payments", and "Team$" for no tag.</summary>
    public static string Value(GroupDefinition group, string key) =>
        group.Type != GroupDefinitionType.DIMENSION && key.StartsWith(group.Key + "$", StringComparison.Ordinal) ? key[(group.Key!.Length + 1)..] : key;

    /// <param name="currency">That of all amounts so far; null before the first.</param>
    public static Money Amount(Dictionary<string, MetricValue> metrics, string name, ref string? currency, string endpoint)
    {
        if (!metrics.TryGetValue(name, out var value) || value.Unit is not { Length: 3 } unit
            || !decimal.TryParse(value.Amount, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount))
            throw Unreadable.Problem(endpoint, $"{name} of '{value?.Amount} {value?.Unit}'", "a decimal amount and a currency for each metric");
        currency ??= unit;
        return unit == currency
            ? new Money(amount, unit)
            : throw Unreadable.Problem(endpoint, $"amounts in {currency} and in {unit}", "one currency");
    }
}
