using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using FinOps.Functions.Aws;
using FinOps.Functions.Delivery.Html;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Delivery;

/// <summary>
/// The page that lists every report of the bucket. It is made from what the bucket holds, and replaced only when nobody else replaced it since
/// that was looked at: two functions that end together lose neither report.
/// </summary>
public sealed class ReportIndex(ReportClients clients, string bucket)
{
    public const string Key = StoredReport.Root + "index.html";

    // Of as many functions as end together, one more wins each round.
    private const int Rounds = 10;

    /// <summary>What the bucket holds, in one request for each thousand files.</summary>
    /// <exception cref="Core.Problems.ProblemException">FIN5001 to FIN5005: S3 could not be reached or refused.</exception>
    public Task<IReadOnlyList<StoredReport>> ReadAsync(CancellationToken cancellationToken) =>
        AwsFailure.TranslatingAsync($"s3:ListBucket on {bucket}", clients.Endpoint, async () =>
        {
            var keys = new List<string>();
            var request = new ListObjectsV2Request { BucketName = bucket, Prefix = StoredReport.Root };
            do
            {
                var page = await clients.Storage.ListObjectsV2Async(request, cancellationToken).ConfigureAwait(false);
                keys.AddRange((page.S3Objects ?? []).Select(stored => stored.Key));
                request.ContinuationToken = page.NextContinuationToken;
            }
            while (!string.IsNullOrEmpty(request.ContinuationToken));
            return StoredReport.Read(keys);
        });

    /// <param name="link">Where a file of a report opens, from its key; null for links that work beside the page itself.</param>
    public static Task<string> RenderAsync(IReadOnlyList<StoredReport> reports, Func<string, string>? link = null) =>
        HtmlPages.RenderAsync<IndexPage>(new() { [nameof(IndexPage.Reports)] = reports, [nameof(IndexPage.Link)] = link ?? (key => key[StoredReport.Root.Length..]) });

    /// <returns>The page's address, or null when others were faster ten times: the next report brings it up to date.</returns>
    /// <exception cref="Core.Problems.ProblemException">FIN5001 to FIN5005: S3 could not be reached or refused.</exception>
    public async Task<string?> UpdateAsync(CancellationToken cancellationToken)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var before = await VersionAsync(cancellationToken).ConfigureAwait(false);
            var page = await RenderAsync(await ReadAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            if (await ReplaceAsync(page, before, cancellationToken).ConfigureAwait(false))
                return $"s3://{bucket}/{Key}";
        }

        return null;
    }

    private Task<string?> VersionAsync(CancellationToken cancellationToken) =>
        AwsFailure.TranslatingAsync($"s3:GetObject on {bucket}", clients.Endpoint, async () =>
        {
            try
            {
                return (await clients.Storage.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = bucket, Key = Key }, cancellationToken).ConfigureAwait(false)).ETag;
            }
            catch (AmazonS3Exception failure) when (failure.StatusCode == HttpStatusCode.NotFound)
            {
                return null;
            }
        });

    private Task<bool> ReplaceAsync(string page, string? version, CancellationToken cancellationToken) =>
        AwsFailure.TranslatingAsync($"s3:PutObject on {bucket}", clients.Endpoint, async () =>
        {
            try
            {
                await clients.Storage.PutObjectAsync(
                    new PutObjectRequest
                    {
                        BucketName = bucket,
                        Key = Key,
                        ContentBody = page,
                        ContentType = ReportFormats.MediaType(ReportFormats.Html),
                        IfMatch = version,
                        IfNoneMatch = version is null ? "*" : null,
                        UseChunkEncoding = false,
                    },
                    cancellationToken).ConfigureAwait(false);
                return true;
            }
            // 409: another write of the same key was under way.
            catch (AmazonS3Exception failure) when (failure.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict or HttpStatusCode.NotFound)
            {
                return false;
            }
        });
}
