using System.Net;
using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Delivery;
using FinOps.Functions.Reports;
using FinOps.Functions.Responder;

namespace FinOps.Functions.Digest;

/// <summary>Reads what the functions left in the bucket: the newest findings of each, and the digests before.</summary>
internal sealed class DigestReader(ReportClients clients, string bucket, RequestMeter meter)
{
    public const string StateFile = "digest.json";

    /// <summary>Findings of an older report are no news: what came of them since, nobody looked at.</summary>
    private const int OldestDays = 14;

    // Two runs of a day differ in nothing but their name; looking into a few finds the later one.
    private const int MostRuns = 5;

    private static readonly string[] NoReports = [DigestFunction.FunctionName, BudgetResponder.FunctionName];

    public async Task<(IReadOnlyList<OwnersFile> Files, IReadOnlyList<Blindspot> NotSeen)> FindingsAsync(IReadOnlyList<StoredReport> stored, DateOnly today, CancellationToken cancellationToken)
    {
        var (files, notSeen) = (new List<OwnersFile>(), new List<Blindspot>());
        foreach (var function in stored.Where(report => !NoReports.Contains(report.Function)).GroupBy(report => report.Function, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var newest = function.Max(report => report.Day);
            var found = new List<OwnersFile>();
            foreach (var report in function.Where(report => report.Day == newest).Take(MostRuns))
            {
                var text = await TextAsync($"{StoredReport.Root}{report.Folder}/{OwnersFile.Name}", cancellationToken).ConfigureAwait(false);
                if (text is null)
                    continue;
                if (OwnersFile.TryRead(text, out var file, out var mistake) && file.Function == function.Key)
                    found.Add(file);
                else
                    notSeen.Add(new Blindspot($"findings of {function.Key}", $"{report.Folder}/{OwnersFile.Name} cannot be read: {mistake ?? "it is another function's"}", "Run that function again."));
            }

            // A function that says nothing of owners has no part in the digest.
            if (found.MaxBy(file => file.GeneratedAt) is not { } latest)
                continue;
            if (newest < today.AddDays(-OldestDays))
                notSeen.Add(new Blindspot($"findings of {function.Key}", FormattableString.Invariant($"its last report is of {newest:yyyy-MM-dd}"), "See why it does not run."));
            else
                files.Add(latest);
        }

        return (files, notSeen);
    }

    /// <returns>Null when there is none.</returns>
    /// <exception cref="ProblemException">FIN5147: it is there and cannot be read; nobody knows then what was told.</exception>
    public async Task<DigestState?> StateAsync(string folder, CancellationToken cancellationToken)
    {
        var key = $"{StoredReport.Root}{folder}/{StateFile}";
        if (await TextAsync(key, cancellationToken).ConfigureAwait(false) is not { } text)
            return null;
        try
        {
            return JsonSerializer.Deserialize(text, DigestJson.Default.DigestState) is { Week: not null, Owners: not null, Sources: not null, NotSeen: not null } state ? state : throw Unreadable(key, "no digest", null);
        }
        catch (JsonException failure)
        {
            throw Unreadable(key, failure.Message.ReplaceLineEndings(" "), failure);
        }
    }

    private Task<string?> TextAsync(string key, CancellationToken cancellationToken) =>
        AwsFailure.TranslatingAsync($"s3:GetObject on {bucket}", clients.Endpoint, async () =>
        {
            try
            {
                using var answer = await meter.CountAsync("S3", clients.Storage.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = key }, cancellationToken)).ConfigureAwait(false);
                using var reader = new StreamReader(answer.ResponseStream);
                return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (AmazonS3Exception failure) when (failure.StatusCode == HttpStatusCode.NotFound && failure.ErrorCode != "NoSuchBucket")
            {
                return null;
            }
        });

    private ProblemException Unreadable(string key, string found, Exception? cause) => new([new Problem(
        "FIN5147", $"s3://{bucket}", key, found, "a digest as this function stores it", "Look at the file; delete it to have the week's digest made anew.")], cause);
}
