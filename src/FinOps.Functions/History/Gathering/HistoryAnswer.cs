using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Core.Costs.History;
using FinOps.Functions.Costs.Gathering;

namespace FinOps.Functions.History.Gathering;

/// <summary>Puts the pages of the answer together.</summary>
internal sealed class HistoryAnswer(GroupDefinition group, string metric, string endpoint)
{
    private readonly List<HistoryCell> _cells = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<DateOnly> _estimated = [];
    private string? _currency;

    public void Add(GetCostAndUsageResponse page)
    {
        PageParts.AddNames(page, _names);
        foreach (var result in page.ResultsByTime ?? [])
        {
            var start = PageParts.Day(result, endpoint);
            if (result.Estimated == true)
                _estimated.Add(start);
            foreach (var part in result.Groups ?? [])
            {
                if (part is not { Keys: [var key], Metrics: { } metrics })
                    throw Unreadable.Problem(endpoint, $"a group with {part.Keys?.Count ?? 0} keys", "a group with one key");
                _cells.Add(new HistoryCell(start, PageParts.Value(group, key), PageParts.Amount(metrics, metric, ref _currency, endpoint)));
            }
        }
    }

    public HistoryFacts Facts(HistoryOptions options) => new()
    {
        Period = options.Period,
        Grouping = options.Grouping,
        Granularity = options.Granularity,
        Currency = _currency ?? Money.UsDollar,
        Cells = _cells,
        Names = _names,
        Estimated = _estimated,
    };
}
