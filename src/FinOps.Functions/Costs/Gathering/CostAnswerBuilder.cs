using System.Globalization;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;

namespace FinOps.Functions.Costs.Gathering;

/// <summary>Puts the pages of one answer together.</summary>
internal sealed class CostAnswerBuilder(GroupDefinition first, GroupDefinition second)
{
    private readonly List<CostCell> _cells = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<DateOnly> _estimated = [];
    private string? _currency;

    public void Add(GetCostAndUsageResponse page, string endpoint)
    {
        foreach (var value in page.DimensionValueAttributes ?? [])
            if (value is { Value: { } key, Attributes: { } attributes } && attributes.TryGetValue("description", out var name) && name.Length > 0)
                _names[key] = name;
        foreach (var result in page.ResultsByTime ?? [])
        {
            if (!DateOnly.TryParseExact(result.TimePeriod?.Start, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                throw Unreadable.Problem(endpoint, $"a day '{result.TimePeriod?.Start}'", "a day such as 2026-01-31");
            if (result.Estimated == true)
                _estimated.Add(day);
            foreach (var group in result.Groups ?? [])
            {
                if (group is not { Keys: [var one, var two], Metrics: { } metrics })
                    throw Unreadable.Problem(endpoint, $"a group with {group.Keys?.Count ?? 0} keys", "a group with two keys");
                _cells.Add(new CostCell(day, Value(first, one), Value(second, two), Amounts(metrics, endpoint)));
            }
        }
    }

    public CostAnswer Build() => new(_cells, _currency, _names, _estimated);

    // Cost Explorer writes a tag group as key, dollar, value: "Team$payments", and "Team$" for no tag.
    private static string Value(GroupDefinition group, string key) =>
        group.Type == GroupDefinitionType.TAG && key.StartsWith(group.Key + "$", StringComparison.Ordinal) ? key[(group.Key!.Length + 1)..] : key;

    private CostAmounts Amounts(Dictionary<string, MetricValue> metrics, string endpoint)
    {
        return new CostAmounts(Amount("UnblendedCost"), Amount("AmortizedCost"), Amount("NetAmortizedCost"));

        Money Amount(string name)
        {
            if (!metrics.TryGetValue(name, out var value) || value.Unit is not { Length: 3 } unit
                || !decimal.TryParse(value.Amount, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount))
                throw Unreadable.Problem(endpoint, $"{name} of '{value?.Amount} {value?.Unit}'", "a decimal amount and a currency for each metric");
            _currency ??= unit;
            return unit == _currency
                ? new Money(amount, unit)
                : throw Unreadable.Problem(endpoint, $"amounts in {_currency} and in {unit}", "one currency");
        }
    }
}
