using System.Globalization;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Core.Optimization;
using FinOps.Core.Optimization.Ledger;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs.Gathering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>Cost of single resources by day, a hundred of them a question.</summary>
internal sealed class ResourceCostReader(IAmazonCostExplorer costExplorer, RequestMeter meter)
{
    private const string Metric = "NetAmortizedCost";
    private const int Batch = 100;

    /// <returns>Null when AWS does not tell.</returns>
    public async Task<(ResourceCosts? Costs, IReadOnlyList<Blindspot> NotSeen)> ReadAsync(
        IReadOnlyList<(ResourceName Resource, string? Arn)> wanted, DateOnly today, CancellationToken cancellationToken)
    {
        var days = LedgerKeeper.Asked(today);
        var costs = new Dictionary<(ResourceName, DateOnly), Money>();
        var asked = new HashSet<ResourceName>();
        try
        {
            foreach (var batch in wanted.Chunk(Batch))
            {
                // The bill names what EC2 has by its id and most else by its ARN.
                var names = batch.SelectMany(each => new[] { each.Resource.Id, each.Arn }.OfType<string>().Select(name => (Name: name, each.Resource)))
                    .GroupBy(each => each.Name, StringComparer.Ordinal).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.First().Resource, StringComparer.Ordinal);
                var part = new Dictionary<(ResourceName, DateOnly), Money>();
                await AllPages.ReadAsync(async token =>
                {
                    var page = await meter.CountAsync(RunCost.CostExplorerService, costExplorer.GetCostAndUsageWithResourcesAsync(
                        new GetCostAndUsageWithResourcesRequest
                        {
                            TimePeriod = CostPages.Interval(days),
                            Granularity = Granularity.DAILY,
                            Metrics = [Metric],
                            GroupBy = [new GroupDefinition { Type = GroupDefinitionType.DIMENSION, Key = Dimension.RESOURCE_ID.Value }],
                            Filter = new Expression { Dimensions = new DimensionValues { Key = Dimension.RESOURCE_ID, Values = [.. names.Keys] } },
                            NextPageToken = token,
                        }, cancellationToken)).ConfigureAwait(false);
                    foreach (var day in page.ResultsByTime ?? [])
                        foreach (var group in day.Groups ?? [])
                            Add(part, names, day.TimePeriod?.Start, group);
                    return page.NextPageToken;
                }, part.Clear).ConfigureAwait(false);
                foreach (var (key, money) in part)
                    costs[key] = money;
                asked.UnionWith(names.Values);
            }
        }
        catch (Exception failure) when (Failures.IsSurvived(failure))
        {
            return (null, [new Blindspot(
                "what done opportunities really saved", $"cost of single resources: {Failures.Why(failure)}",
                "Turn on resource-level data at daily granularity in the Cost Management preferences, and give the role ce:GetCostAndUsageWithResources.")]);
        }

        var currencies = costs.Values.Select(cost => cost.Currency).Distinct().ToList();
        return currencies.Count > 1
            ? (null, [new Blindspot("what done opportunities really saved", $"the bill is in {string.Join(" and ", currencies)}", "Follow fewer resources.")])
            : (new ResourceCosts(days, asked, costs, currencies.FirstOrDefault() ?? Money.UsDollar), []);
    }

    private static void Add(Dictionary<(ResourceName, DateOnly), Money> costs, Dictionary<string, ResourceName> names, string? start, Group group)
    {
        if (group.Keys is not [var name] || !names.TryGetValue(name, out var resource) || start is not { Length: >= 10 }
            || !DateOnly.TryParseExact(start.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || group.Metrics?.GetValueOrDefault(Metric) is not { } value || Amounts.Of(value.Amount, value.Unit) is not { } amount)
            return;
        costs[(resource, day)] = costs.TryGetValue((resource, day), out var sum) ? sum + amount : amount;
    }
}
