using Amazon.CostExplorer.Model;
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
        PageParts.AddNames(page, _names);
        foreach (var result in page.ResultsByTime ?? [])
        {
            var day = PageParts.Day(result, endpoint);
            if (result.Estimated == true)
                _estimated.Add(day);
            foreach (var group in result.Groups ?? [])
            {
                if (group is not { Keys: [var one, var two], Metrics: { } metrics })
                    throw Unreadable.Problem(endpoint, $"a group with {group.Keys?.Count ?? 0} keys", "a group with two keys");
                _cells.Add(new CostCell(day, PageParts.Value(first, one), PageParts.Value(second, two), Amounts(metrics, endpoint)));
            }
        }
    }

    public CostAnswer Build() => new(_cells, _currency, _names, _estimated);

    private CostAmounts Amounts(Dictionary<string, MetricValue> metrics, string endpoint) => new(
        PageParts.Amount(metrics, "UnblendedCost", ref _currency, endpoint),
        PageParts.Amount(metrics, "AmortizedCost", ref _currency, endpoint),
        PageParts.Amount(metrics, "NetAmortizedCost", ref _currency, endpoint));
}
