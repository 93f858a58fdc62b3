using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Costs.Gathering;

/// <summary>Asks one question, page by page, until Cost Explorer gives no next token: an empty page with a token is normal.</summary>
internal sealed class CostPages(ReportClients clients, RequestMeter meter)
{
    /// <param name="question">The request for the page of a token; null for the first.</param>
    /// <param name="begin">An answer without any page.</param>
    public async Task<TAnswer> ReadAsync<TAnswer>(
        Func<string?, GetCostAndUsageRequest> question, Func<TAnswer> begin, Action<TAnswer, GetCostAndUsageResponse> add, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadOnceAsync(question, begin(), add, cancellationToken).ConfigureAwait(false);
        }
        // The data changed while we were paging: what was read does not fit together, so the question starts over, once.
        catch (Exception changed) when (changed is RequestChangedException or InvalidNextTokenException)
        {
            return await ReadOnceAsync(question, begin(), add, cancellationToken).ConfigureAwait(false);
        }
    }

    public static DateInterval Interval(DateRange days) => new() { Start = Day(days.Start), End = Day(days.End) };

    private async Task<TAnswer> ReadOnceAsync<TAnswer>(
        Func<string?, GetCostAndUsageRequest> question, TAnswer answer, Action<TAnswer, GetCostAndUsageResponse> add, CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var page = await meter.CountAsync(
                RunCost.CostExplorerService, clients.CostExplorer.GetCostAndUsageAsync(question(token), cancellationToken)).ConfigureAwait(false);
            if (!string.IsNullOrEmpty(page.NextPageToken) && page.NextPageToken == token)
                throw Unreadable.Problem(clients.Endpoint, "the same page token twice", "a new token for each page");
            add(answer, page);
            token = page.NextPageToken;
        }
        while (!string.IsNullOrEmpty(token));
        return answer;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
