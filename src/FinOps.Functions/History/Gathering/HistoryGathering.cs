using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs.History;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs.Gathering;

namespace FinOps.Functions.History.Gathering;

/// <summary>One question for the whole history, however many accounts and months there are.</summary>
internal static class HistoryGathering
{
    private const string Permission = "ce:GetCostAndUsage";

    public static async Task<HistoryFacts> GatherAsync(ReportClients clients, RequestMeter meter, HistoryOptions options, CancellationToken cancellationToken)
    {
        var group = Group(options.Grouping);
        var answer = await AwsFailure.TranslatingAsync(Permission, clients.Endpoint, () => new CostPages(clients, meter).ReadAsync(
            token => new GetCostAndUsageRequest
            {
                TimePeriod = CostPages.Interval(options.Period.Days),
                Granularity = options.Granularity == HistoryGranularity.Daily ? Granularity.DAILY : Granularity.MONTHLY,
                Metrics = [options.Metric.ToString()],
                GroupBy = [group],
                NextPageToken = token,
            },
            () => new HistoryAnswer(group, options.Metric.ToString(), clients.Endpoint),
            (pages, page) => pages.Add(page),
            cancellationToken)).ConfigureAwait(false);
        return answer.Facts(options);
    }

    private static GroupDefinition Group(HistoryGrouping grouping) => grouping.Kind switch
    {
        HistoryGroupingKind.Service => By(Dimension.SERVICE),
        HistoryGroupingKind.Account => By(Dimension.LINKED_ACCOUNT),
        HistoryGroupingKind.Region => By(Dimension.REGION),
        HistoryGroupingKind.RecordType => By(Dimension.RECORD_TYPE),
        HistoryGroupingKind.Tag => new() { Type = GroupDefinitionType.TAG, Key = grouping.Name },
        HistoryGroupingKind.Category => new() { Type = GroupDefinitionType.COST_CATEGORY, Key = grouping.Name },
        _ => throw new ArgumentOutOfRangeException(nameof(grouping), grouping.Kind, "a kind of grouping without a Cost Explorer key"),
    };

    private static GroupDefinition By(Dimension dimension) => new() { Type = GroupDefinitionType.DIMENSION, Key = dimension.Value };
}
