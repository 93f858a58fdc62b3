using Amazon.S3.Model;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs;
using FinOps.Functions.Delivery;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Responder;

/// <summary>A link to the newest cost report. Nice to have: an alert without it is still an alert.</summary>
internal static class LatestReport
{
    /// <returns>Null when there is none, or nobody says.</returns>
    public static async Task<Uri?> FindAsync(string? bucket, ReportClients clients, TimeProvider time, CancellationToken cancellationToken)
    {
        if (bucket is null)
            return null;
        try
        {
            var now = time.GetUtcNow();
            var found = await AwsFailure.TranslatingAsync($"s3:ListBucket on {bucket}", clients.Endpoint, () => clients.Storage.ListObjectsV2Async(
                new ListObjectsV2Request { BucketName = bucket, Prefix = $"reports/{CostAnalyzer.FunctionName}/{Core.Costs.BillingMonth.Containing(now)}/" }, cancellationToken)).ConfigureAwait(false);
            var page = (found.S3Objects ?? []).Where(each => each.Key.EndsWith($"/report.{ReportFormats.Html}", StringComparison.Ordinal)).OrderBy(each => each.Key, StringComparer.Ordinal).LastOrDefault();
            return page is null ? null : new ReportStore(clients, bucket).Link(page.Key, now).Signed;
        }
        catch (Exception failure) when (failure is ProblemException or OperationCanceledException)
        {
            return null;
        }
    }
}
