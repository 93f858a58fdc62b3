using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Core.Inventory.Spending;
using FinOps.Functions.Costs.Gathering;

namespace FinOps.Functions.TagInventory.Spending;

/// <summary>Adds up the pages and months of one key's answer.</summary>
internal sealed class SpendAnswer(GroupDefinition group, string metric, string endpoint)
{
    private readonly Dictionary<string, Money> _values = new(StringComparer.Ordinal);
    private string? _currency;

    public void Add(GetCostAndUsageResponse page)
    {
        foreach (var part in (page.ResultsByTime ?? []).SelectMany(result => result.Groups ?? []))
        {
            if (part is not { Keys: [var key], Metrics: { } metrics })
                throw Unreadable.Problem(endpoint, $"a group with {part.Keys?.Count ?? 0} keys", "a group with one key");
            var amount = PageParts.Amount(metrics, metric, ref _currency, endpoint);
            var value = PageParts.Value(group, key);
            _values[value] = _values.TryGetValue(value, out var sum) ? sum + amount : amount;
        }
    }

    public KeySpend Build()
    {
        // Cost Explorer gives what has no value of the key as the empty value. A resource may have that one too; the bill cannot tell them apart.
        _values.Remove("", out var untagged);
        return new KeySpend(group.Key!, _values, _values.Count > 0 && untagged.IsZero ? Money.Zero(_currency!) : untagged);
    }
}
