using System.Globalization;
using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Costs.Delivery;

/// <summary>Keeps reports in S3 under function, month, day and run. A file is written once: a repeated run finds it there and leaves it.</summary>
internal sealed class ReportStore(ReportClients clients, string bucket)
{
    public static string Folder(CostReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"reports/{CostAnalyzer.FunctionName}/{report.Analysis.Periods.Month}/{report.Analysis.Periods.AsOf:yyyy-MM-dd}-{report.RunId}");

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
