using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Costs.Gathering;

/// <summary>Asks for cost by day and two keys, in the three views of the cost report.</summary>
internal sealed class CostExplorerReader(ReportClients clients, RequestMeter meter)
{
    private static readonly string[] Metrics = ["UnblendedCost", "AmortizedCost", "NetAmortizedCost"];

    public async Task<CostAnswer> ReadAsync(
        DateRange days, GroupDefinition first, GroupDefinition second, Expression? filter, CancellationToken cancellationToken)
    {
        var answer = await new CostPages(clients, meter).ReadAsync(
            token => new GetCostAndUsageRequest
            {
                TimePeriod = CostPages.Interval(days),
                Granularity = Granularity.DAILY,
                Metrics = [.. Metrics],
                GroupBy = [first, second],
                Filter = filter,
                NextPageToken = token,
            },
            () => new CostAnswerBuilder(first, second),
            (builder, page) => builder.Add(page, clients.Endpoint),
            cancellationToken).ConfigureAwait(false);
        return answer.Build();
    }
}
