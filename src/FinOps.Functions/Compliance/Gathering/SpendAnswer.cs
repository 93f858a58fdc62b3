using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Functions.Costs.Gathering;

namespace FinOps.Functions.Compliance.Gathering;

/// <summary>All pages of one question that groups by two keys.</summary>
internal sealed class SpendAnswer(string metric, string endpoint)
{
    private string? _currency;

    public List<(string First, string Second, Money Amount)> Amounts { get; } = [];

    /// <summary>Null when there was no amount.</summary>
    public string? Currency => _currency;

    public void Add(IEnumerable<ResultByTime>? results)
    {
        foreach (var group in (results ?? []).SelectMany(result => result.Groups ?? []))
        {
            if (group is not { Keys: [var first, var second], Metrics: { } metrics })
                throw Unreadable.Problem(endpoint, $"a group with {group.Keys?.Count ?? 0} keys", "a group with two keys");
            Amounts.Add((first, second, PageParts.Amount(metrics, metric, ref _currency, endpoint)));
        }
    }
}
