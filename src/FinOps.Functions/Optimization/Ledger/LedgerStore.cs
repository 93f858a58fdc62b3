using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using FinOps.Core.Costs;
using FinOps.Core.Optimization.Ledger;

namespace FinOps.Functions.Optimization.Ledger;

/// <summary>One file a month in the report bucket. It is written only over what was read: of two runs at once the second reads again.</summary>
internal sealed class LedgerStore(IAmazonS3 storage, string bucket)
{
    public const string Folder = "ledger/optimization-insights/";

    public static string Key(BillingMonth month) => $"{Folder}{month}.json";

    /// <summary>The month's ledger, or what the newest one before it leaves to it.</summary>
    /// <exception cref="System.Text.Json.JsonException">The file is no ledger.</exception>
    /// <exception cref="AmazonS3Exception">S3 refuses.</exception>
    public async Task<KeptLedger> LoadAsync(BillingMonth month, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        string? token = null;
        do
        {
            var page = await storage.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, Prefix = Folder, ContinuationToken = token }, cancellationToken).ConfigureAwait(false);
            keys.AddRange((page.S3Objects ?? []).Select(each => each.Key));
            token = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (token is not null);

        // Months sort as they follow each other.
        var own = Key(month);
        if (keys.Where(key => string.CompareOrdinal(key, own) <= 0).Max(StringComparer.Ordinal) is not { } newest)
            return new KeptLedger(SavingsLedger.Empty(month), null);
        using var stored = await storage.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = newest }, cancellationToken).ConfigureAwait(false);
        using var reader = new StreamReader(stored.ResponseStream);
        var ledger = LedgerJson.Read(await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false));
        return new KeptLedger(ledger.For(month), newest == own ? stored.ETag : null);
    }

    /// <returns>False when another run wrote it since it was read.</returns>
    /// <exception cref="AmazonS3Exception">S3 refuses.</exception>
    public async Task<bool> SaveAsync(SavingsLedger ledger, string? tag, CancellationToken cancellationToken)
    {
        var request = new PutObjectRequest
        {
            BucketName = bucket,
            Key = Key(ledger.Month),
            ContentBody = LedgerJson.Write(ledger),
            ContentType = "application/json",
            // Small bodies need no chunked signing, and endpoints that are not S3 often do not know it.
            UseChunkEncoding = false,
        };
        if (tag is null)
            request.IfNoneMatch = "*";
        else
            request.IfMatch = tag;
        try
        {
            await storage.PutObjectAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        // 409: two conditional writes at the same moment.
        catch (AmazonS3Exception failure) when (failure.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict)
        {
            return false;
        }
    }
}
