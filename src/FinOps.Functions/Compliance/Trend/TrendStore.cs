using System.Globalization;
using System.Text.Json;
using Amazon.S3.Model;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Delivery;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Compliance.Trend;

/// <summary>Keeps the figures of each run beside the reports, and reads the last ones back. A run is written once, however often it is repeated.</summary>
internal sealed class TrendStore(ReportClients clients, RequestMeter meter, string bucket)
{
    /// <summary>Half a year of weekly runs.</summary>
    public const int MostRuns = 26;

    // Keys begin with the day, so what is older need not even be listed.
    private const int OldestDays = 400;

    private const string Folder = $"reports/{ComplianceChecker.FunctionName}/trend/";

    /// <returns>False when the run was kept already.</returns>
    public Task<bool> WriteAsync(RunFigures figures, CancellationToken cancellationToken) =>
        new ReportStore(clients, bucket).PutAsync(KeyOf(DateOnly.FromDateTime(figures.At.UtcDateTime)) + $"-{figures.RunId}.json", TrendJson.Write(figures), "application/json", cancellationToken);

    /// <param name="runId">The run that asks: a repeated one has been kept already and is not an earlier one.</param>
    /// <returns>Oldest first; null when nothing could be read at all.</returns>
    public async Task<(IReadOnlyList<RunFigures>? Earlier, IReadOnlyList<Blindspot> NotSeen)> ReadAsync(string runId, DateOnly today, CancellationToken cancellationToken)
    {
        try
        {
            var keys = await KeysAsync(today, cancellationToken).ConfigureAwait(false);
            var earlier = new List<RunFigures>();
            var notSeen = new List<Blindspot>();
            foreach (var key in keys.Where(key => !key.EndsWith($"-{runId}.json", StringComparison.Ordinal)).TakeLast(MostRuns))
            {
                try
                {
                    earlier.Add(TrendJson.Read(await TextAsync(key, cancellationToken).ConfigureAwait(false)));
                }
                catch (JsonException)
                {
                    notSeen.Add(new Blindspot($"the run kept in {key}", "it holds something else than the figures of a run", "Remove the object."));
                }
            }

            return ([.. earlier.OrderBy(run => run.At)], notSeen);
        }
        catch (ProblemException failure)
        {
            return (null, [new Blindspot("earlier runs", failure.Problems[0].Found, failure.Problems[0].Fix)]);
        }
    }

    private Task<List<string>> KeysAsync(DateOnly today, CancellationToken cancellationToken) => AwsFailure.TranslatingAsync($"s3:ListBucket on {bucket}", clients.Endpoint, async () =>
    {
        var keys = new List<string>();
        string? token = null;
        do
        {
            var page = await meter.CountAsync("S3", clients.Storage.ListObjectsV2Async(
                new ListObjectsV2Request { BucketName = bucket, Prefix = Folder, StartAfter = KeyOf(today.AddDays(-OldestDays)), ContinuationToken = token }, cancellationToken)).ConfigureAwait(false);
            keys.AddRange((page.S3Objects ?? []).Select(found => found.Key));
            token = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (!string.IsNullOrEmpty(token));
        keys.Sort(StringComparer.Ordinal);
        return keys;
    });

    private Task<string> TextAsync(string key, CancellationToken cancellationToken) => AwsFailure.TranslatingAsync($"s3:GetObject on {bucket}", clients.Endpoint, async () =>
    {
        using var stored = await meter.CountAsync("S3", clients.Storage.GetObjectAsync(bucket, key, cancellationToken)).ConfigureAwait(false);
        using var reader = new StreamReader(stored.ResponseStream);
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    });

    private static string KeyOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Folder}{day:yyyy-MM-dd}");
}
