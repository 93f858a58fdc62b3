using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Costs.Gathering;

/// <summary>Asks one question, page by page, until Cost Explorer gives no next token: an empty page with a token is normal.</summary>
internal sealed class CostExplorerReader(ReportClients clients, RequestMeter meter)
{
    private static readonly string[] Metrics = ["UnblendedCost", "AmortizedCost", "NetAmortizedCost"];

    public async Task<CostAnswer> ReadAsync(
        DateRange days, GroupDefinition first, GroupDefinition second, Expression? filter, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadPagesAsync(days, first, second, filter, cancellationToken).ConfigureAwait(false);
        }
        // The data changed while we were paging: what was read does not fit together, so the question starts over, once.
        catch (RequestChangedException)
        {
            return await ReadPagesAsync(days, first, second, filter, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidNextTokenException)
        {
            return await ReadPagesAsync(days, first, second, filter, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<CostAnswer> ReadPagesAsync(
        DateRange days, GroupDefinition first, GroupDefinition second, Expression? filter, CancellationToken cancellationToken)
    {
        var answer = new CostAnswerBuilder(first, second);
        string? token = null;
        do
        {
            var request = new GetCostAndUsageRequest
            {
                TimePeriod = new DateInterval { Start = Day(days.Start), End = Day(days.End) },
                Granularity = Granularity.DAILY,
                Metrics = [.. Metrics],
                GroupBy = [first, second],
                Filter = filter,
                NextPageToken = token,
            };
            var page = await meter.CountAsync(
                RunCost.CostExplorerService, clients.CostExplorer.GetCostAndUsageAsync(request, cancellationToken)).ConfigureAwait(false);
            if (!string.IsNullOrEmpty(page.NextPageToken) && page.NextPageToken == token)
                throw Unreadable.Problem(clients.Endpoint, "the same page token twice", "a new token for each page");
            answer.Add(page, clients.Endpoint);
            token = page.NextPageToken;
        }
        while (!string.IsNullOrEmpty(token));
        return answer.Build();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
