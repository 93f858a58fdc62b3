using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs.Gathering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>One question about what is spent where: it tells what the savings are a part of, where to ask Compute Optimizer, and how accounts are called.</summary>
internal sealed class SpendReader(IAmazonCostExplorer costExplorer, RequestMeter meter)
{
    public const int Days = 30;
    private const string Metric = "NetAmortizedCost";

    public async Task<(Spend? Spend, IReadOnlyList<Blindspot> NotSeen)> ReadAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var sums = new Dictionary<Place, Money>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            await AllPages.ReadAsync(async token =>
            {
                var page = await meter.CountAsync(RunCost.CostExplorerService, costExplorer.GetCostAndUsageAsync(
                    new GetCostAndUsageRequest
                    {
                        TimePeriod = CostPages.Interval(DateRange.OfDays(today.AddDays(-Days), Days)),
                        Granularity = Granularity.MONTHLY,
                        Metrics = [Metric],
                        GroupBy = [By(Dimension.LINKED_ACCOUNT), By(Dimension.REGION)],
                        Filter = new Expression { Dimensions = new DimensionValues { Key = Dimension.RECORD_TYPE, Values = [.. ResourceUsage.ChargeTypes] } },
                        NextPageToken = token,
                    }, cancellationToken)).ConfigureAwait(false);
                foreach (var group in (page.ResultsByTime ?? []).SelectMany(result => result.Groups ?? []))
                    if (group.Keys is [var account, var region] && group.Metrics?.GetValueOrDefault(Metric) is { } value && Amounts.Of(value.Amount, value.Unit) is { } amount)
                        sums[new Place(account, region)] = sums.TryGetValue(new Place(account, region), out var sum) ? sum + amount : amount;
                foreach (var account in page.DimensionValueAttributes ?? [])
                    if (account.Value is { } id && account.Attributes?.GetValueOrDefault("description") is { Length: > 0 } name)
                        names[id] = name;
                return page.NextPageToken;
            }, sums.Clear).ConfigureAwait(false);
        }
        catch (Exception failure) when (Failures.IsSurvived(failure))
        {
            return (null, [new Blindspot("what the savings are a part of, names of accounts, and where the organization runs", Failures.Why(failure), "Give the role ce:GetCostAndUsage in the management account.")]);
        }

        var currencies = sums.Values.Select(sum => sum.Currency).Distinct().ToList();
        if (currencies.Count > 1)
            return (null, [new Blindspot("what the savings are a part of", $"the bill is in {string.Join(" and ", currencies)}, which cannot be added", "Compare by account instead.")]);
        return (new Spend(
            Money.Sum(sums.Values, currencies.FirstOrDefault() ?? Money.UsDollar),
            // "global" and "NoRegion" are no regions that could be asked.
            [.. sums.Where(sum => sum.Value.Amount > 0 && sum.Key.Region.Contains('-', StringComparison.Ordinal))
                .OrderByDescending(sum => sum.Value.Amount).ThenBy(sum => sum.Key.AccountId, StringComparer.Ordinal).ThenBy(sum => sum.Key.Region, StringComparer.Ordinal).Select(sum => sum.Key)],
            names), []);
    }

    private static GroupDefinition By(Dimension dimension) => new() { Type = GroupDefinitionType.DIMENSION, Key = dimension.Value };
}
