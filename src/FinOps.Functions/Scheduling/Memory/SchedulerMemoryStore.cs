using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.S3;
using Amazon.S3.Model;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Scheduling.Memory;

/// <summary>The memory as one object of the report bucket, written only over what was read.</summary>
internal sealed partial class SchedulerMemoryStore(ReportClients clients, string bucket)
{
    public const string Key = "state/nonprod-scheduler.json";

    private string? _version;

    /// <returns>An empty memory where none is kept, or where what is kept cannot be read.</returns>
    public Task<SchedulerMemory> LoadAsync(CancellationToken cancellationToken) =>
        AwsFailure.TranslatingAsync($"s3:GetObject on {bucket}", clients.Endpoint, async () =>
        {
            try
            {
                using var stored = await clients.Storage.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = Key }, cancellationToken).ConfigureAwait(false);
                _version = stored.ETag;
                return await JsonSerializer.DeserializeAsync(stored.ResponseStream, MemoryJson.Default.SchedulerMemory, cancellationToken).ConfigureAwait(false) ?? new SchedulerMemory();
            }
            catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
            {
                return new SchedulerMemory();
            }
            catch (JsonException)
            {
                // It is written anew: it holds nothing by which anything is switched.
                return new SchedulerMemory();
            }
        });

    /// <returns>False when another run wrote in the meantime; its memory stays.</returns>
    public Task<bool> SaveAsync(SchedulerMemory memory, CancellationToken cancellationToken) =>
        AwsFailure.TranslatingAsync($"s3:PutObject on {bucket}", clients.Endpoint, async () =>
        {
            try
            {
                await clients.Storage.PutObjectAsync(
                    new PutObjectRequest
                    {
                        BucketName = bucket,
                        Key = Key,
                        ContentBody = JsonSerializer.Serialize(memory, MemoryJson.Default.SchedulerMemory),
                        ContentType = "application/json",
                        IfMatch = _version,
                        IfNoneMatch = _version is null ? "*" : null,
                        // Small bodies need no chunked signing, and endpoints that are not S3 often do not know it.
                        UseChunkEncoding = false,
                    },
                    cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (AmazonS3Exception changed) when (changed.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict)
            {
                return false;
            }
        });

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(StoredMoneyConverter)])]
    [JsonSerializable(typeof(SchedulerMemory))]
    private sealed partial class MemoryJson : JsonSerializerContext;
}
