using System.Globalization;
using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using FinOps.Functions.Aws;
using FinOps.Functions.Rendering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Delivery;

/// <summary>Keeps reports in S3 under function, month, day and run. A file is written once: a repeated run finds it there and leaves it.</summary>
public sealed class ReportStore(ReportClients clients, string bucket)
{
    /// <summary>
    /// For so long a link to a page opens. It ends earlier when the keys that signed it do: those of a Lambda function last some hours, and
    /// IAM has no way to make them last longer.
    /// </summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(12);

    public static string Folder(IReport report) =>
        string.Create(CultureInfo.InvariantCulture, $"{StoredReport.Root}{report.FunctionName}/{report.Period}/{report.Day:yyyy-MM-dd}-{report.RunId}");

    public static string PageKey(IReport report) => $"{Folder(report)}/report.{ReportFormats.Html}";

    /// <summary>Signed here, without a call.</summary>
    public PageLink Link(string key, DateTimeOffset now)
    {
        var end = now + LinkLifetime;
        var signed = clients.Storage.GetPreSignedURL(new GetPreSignedUrlRequest
        {
            BucketName = bucket,
            Key = key,
            Verb = HttpVerb.GET,
            Expires = end.UtcDateTime,
            Protocol = clients.Endpoint.StartsWith("http:", StringComparison.Ordinal) ? Protocol.HTTP : Protocol.HTTPS,
        });
        return new PageLink(Address(key), new Uri(signed), end);
    }

    public string Address(string key) => $"s3://{bucket}/{key}";

    /// <returns>False when the file was there already.</returns>
    public Task<bool> PutAsync(string key, string content, string contentType, CancellationToken cancellationToken) =>
        AwsFailure.TranslatingAsync($"s3:PutObject on {bucket}", clients.Endpoint, async () =>
        {
            try
            {
                await clients.Storage.PutObjectAsync(
                    new PutObjectRequest
                    {
                        BucketName = bucket,
                        Key = key,
                        ContentBody = content,
                        ContentType = contentType,
                        IfNoneMatch = "*",
                        // Small bodies need no chunked signing, and endpoints that are not S3 often do not know it.
                        UseChunkEncoding = false,
                    },
                    cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (AmazonS3Exception failure) when (failure.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                return false;
            }
        });

    public Task<bool> HasAsync(string key, CancellationToken cancellationToken) =>
        AwsFailure.TranslatingAsync($"s3:GetObject on {bucket}", clients.Endpoint, async () =>
        {
            try
            {
                await clients.Storage.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = bucket, Key = key }, cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (AmazonS3Exception failure) when (failure.StatusCode == HttpStatusCode.NotFound)
            {
                return false;
            }
        });
}
