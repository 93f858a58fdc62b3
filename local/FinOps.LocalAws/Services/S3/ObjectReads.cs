using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.S3;

/// <summary>GetObject and HeadObject, with ranges and conditions.</summary>
internal sealed class ObjectReads(LocalAwsEnvironment environment)
{
    private static readonly string[] Overrides =
        ["content-type", "content-language", "expires", "cache-control", "content-disposition", "content-encoding"];

    public void Register(AddOperation add)
    {
        add(S3Level.Object, "GET", "", "GetObject", Read);
        add(S3Level.Object, "HEAD", "", "HeadObject", Read);
    }

    private WireResponse Read(S3Call call)
    {
        var (document, whole) = environment.Store.Read(session =>
        {
            BucketStore.Require(session, call.Bucket, call.Request, call.Context);
            var found = session.Get(BucketStore.Objects(call.Bucket), call.Key) ?? throw S3Errors.NoSuchKey(call.Key);
            // One part is read in the same snapshot as its document; several are streamed one after the other.
            var parts = found["Parts"]!.AsArray();
            return (found, parts.Count == 1 && call.Request.Method == "GET" ? session.GetBlob(BucketStore.Data, (string)parts[0]!["Id"]!) : null);
        });
        if (NotModified(call, document))
            return Describe(call, document, WireResponse.Empty(304));

        var size = (long)document["Size"]!;
        var range = ByteRange.Parse(call.Header("range"), size);
        var (start, length) = range is { } some ? (some.Start, some.Length) : (0L, size);
        var response = Describe(call, document, new WireResponse
        {
            Status = range is null ? 200 : 206,
            StreamLength = length,
            Stream = (target, cancellation) => whole is not null
                ? target.WriteAsync(whole.AsMemory((int)start, (int)length), cancellation).AsTask()
                : CopyAsync(document["Parts"]!.AsArray(), start, length, target, cancellation),
        });
        if (range is not null)
            response.Headers["Content-Range"] = string.Create(CultureInfo.InvariantCulture, $"bytes {start}-{start + length - 1}/{size}");
        else if (string.Equals(call.Header("x-amz-checksum-mode"), "ENABLED", StringComparison.OrdinalIgnoreCase))
            foreach (var (name, value) in document["Checksums"]!.AsObject())
                response.Headers[name] = (string)value!;
        return response;
    }

    private static WireResponse Describe(S3Call call, JsonObject document, WireResponse response)
    {
        response.Headers["Content-Type"] = "binary/octet-stream";
        foreach (var (name, value) in document["Headers"]!.AsObject().Concat(document["Metadata"]!.AsObject()))
            response.Headers[name] = (string)value!;
        foreach (var name in Overrides)
            if (call.Query($"response-{name}") is { } value)
                response.Headers[name] = value;
        response.Headers["ETag"] = (string)document["ETag"]!;
        response.Headers["Last-Modified"] = DateTimeOffset.FromUnixTimeMilliseconds((long)document["Modified"]!).ToString("R", CultureInfo.InvariantCulture);
        response.Headers["Accept-Ranges"] = "bytes";
        response.Headers.TryAdd("x-amz-server-side-encryption", "AES256");
        if (document["Tags"]!.AsObject().Count is > 0 and var tags)
            response.Headers["x-amz-tagging-count"] = tags.ToString(CultureInfo.InvariantCulture);
        return response;
    }

    private static bool NotModified(S3Call call, JsonObject document)
    {
        var etag = ((string)document["ETag"]!).Trim('"');
        // HTTP dates have whole seconds.
        var modified = DateTimeOffset.FromUnixTimeSeconds((long)document["Modified"]! / 1000);
        if (call.Header("if-match") is { } match)
        {
            if (!Matches(match, etag))
                throw S3Errors.PreconditionFailed("If-Match");
        }
        else if (Date(call.Header("if-unmodified-since")) < modified)
            throw S3Errors.PreconditionFailed("If-Unmodified-Since");
        return call.Header("if-none-match") is { } none ? Matches(none, etag) : Date(call.Header("if-modified-since")) >= modified;
    }

    private static bool Matches(string condition, string etag) =>
        condition.Split(',', StringSplitOptions.TrimEntries).Any(each => each == "*" || each.Trim('"') == etag);

    private static DateTimeOffset? Date(string? header) =>
        DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private async Task CopyAsync(JsonArray parts, long start, long length, Stream target, CancellationToken cancellation)
    {
        foreach (var part in parts)
        {
            var size = (long)part!["Size"]!;
            if (start < size && length > 0)
            {
                var bytes = environment.Store.GetBlob(BucketStore.Data, (string)part["Id"]!)
                    ?? throw new IOException("The object was replaced while it was read.");
                var count = (int)Math.Min(length, size - start);
                await target.WriteAsync(bytes.AsMemory((int)start, count), cancellation);
                length -= count;
                start = 0;
            }
            else
                start -= Math.Min(start, size);
        }
    }
}
