using System.Text;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Signing;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.S3;

/// <summary>PutObject and CopyObject, with the conditions that make them create-only or compare-and-swap.</summary>
internal sealed class ObjectWrites(LocalAwsEnvironment environment)
{
    private static readonly string[] KeptHeaders =
        ["content-type", "cache-control", "content-disposition", "content-encoding", "content-language", "expires", "x-amz-server-side-encryption", "x-amz-storage-class"];

    public void Register(AddOperation add)
    {
        add(S3Level.Object, "PUT", "", "PutObject", Put);
        add(S3Level.Object, "PUT", "copy", "CopyObject", Copy);
    }

    /// <summary>The document of an object about to be written: headers, metadata and tags of the request.</summary>
    public static JsonObject Describe(S3Call call, DateTimeOffset now)
    {
        if (Encoding.UTF8.GetByteCount(call.Key) > 1024)
            throw new AwsError("KeyTooLongError", "Your key is too long");
        var (headers, metadata) = (new JsonObject(), new JsonObject());
        foreach (var (name, value) in call.Request.Headers)
            if (name.StartsWith("x-amz-meta-", StringComparison.OrdinalIgnoreCase))
                metadata[name.ToLowerInvariant()] = value;
        if (metadata.Sum(pair => pair.Key.Length - "x-amz-meta-".Length + ((string)pair.Value!).Length) > 2048)
            throw new AwsError("MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size");
        foreach (var name in KeptHeaders)
            if (WithoutTransport(name, call.Header(name)) is { Length: > 0 } value)
                headers[name] = value;
        return new JsonObject
        {
            ["Modified"] = now.ToUnixTimeMilliseconds(),
            ["Headers"] = headers,
            ["Metadata"] = metadata,
            ["Tags"] = Tags(call.Header("x-amz-tagging")),
            ["Checksums"] = new JsonObject(),
        };
    }

    /// <summary>Checks If-None-Match and If-Match against what stands under the key.</summary>
    public static void CheckConditions(S3Call call, JsonObject? standing)
    {
        if (call.Header("if-none-match") is { } none)
        {
            if (none != "*")
                throw S3Errors.NotImplemented("If-None-Match with anything but '*' on a write");
            if (standing is not null)
                throw S3Errors.PreconditionFailed("If-None-Match");
        }
        if (call.Header("if-match") is not { } match)
            return;
        if (standing is null)
            throw S3Errors.NoSuchKey(call.Key);
        if (match.Trim('"') != ((string)standing["ETag"]!).Trim('"'))
            throw S3Errors.PreconditionFailed("If-Match");
    }

    /// <summary>Puts the document in place of the one that stands, whose bytes go.</summary>
    public static void Store(StoreSession session, S3Call call, JsonObject document)
    {
        var objects = BucketStore.Objects(call.Bucket);
        if (session.Get(objects, call.Key) is { } standing)
            BucketStore.DropData(session, standing);
        session.Put(objects, call.Key, document);
    }

    public static JsonObject AddData(StoreSession session, byte[] bytes)
    {
        var id = Guid.NewGuid().ToString("N");
        session.Put(BucketStore.Data, id, [], bytes);
        return new JsonObject { ["Id"] = id, ["Size"] = bytes.LongLength };
    }

    private WireResponse Put(S3Call call)
    {
        var checksums = Checksums.Verify(call.Request);
        var document = Describe(call, call.Context.Now);
        var etag = $"\"{Convert.ToHexStringLower(Checksums.Md5(call.Request.Body.Span))}\"";
        document["ETag"] = etag;
        document["Size"] = call.Request.Body.Length;
        foreach (var (name, value) in checksums)
            document["Checksums"]![name] = value;
        environment.Store.Write(session =>
        {
            BucketStore.Require(session, call.Bucket, call.Request, call.Context);
            CheckConditions(call, session.Get(BucketStore.Objects(call.Bucket), call.Key));
            document["Parts"] = new JsonArray(AddData(session, call.Request.Body.ToArray()));
            Store(session, call, document);
        });
        var response = WireResponse.Empty();
        response.Headers["ETag"] = etag;
        response.Headers["x-amz-server-side-encryption"] = call.Header("x-amz-server-side-encryption") ?? "AES256";
        foreach (var (name, value) in checksums)
            response.Headers[name] = value;
        return response;
    }

    private WireResponse Copy(S3Call call)
    {
        var source = UriEncoding.Decode(call.Header("x-amz-copy-source")!.Split('?')[0]).TrimStart('/');
        var slash = source.IndexOf('/', StringComparison.Ordinal);
        if (slash < 1 || slash == source.Length - 1)
            throw S3Errors.InvalidArgument("Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        var (bucket, key) = (source[..slash], source[(slash + 1)..]);
        var replaces = string.Equals(call.Header("x-amz-metadata-directive"), "REPLACE", StringComparison.OrdinalIgnoreCase);
        if (bucket == call.Bucket && key == call.Key && !replaces)
            throw new AwsError("InvalidRequest", "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata.");
        var copied = environment.Store.Write(session =>
        {
            BucketStore.Require(session, call.Bucket, call.Request, call.Context);
            BucketStore.Require(session, bucket, call.Request with { Headers = new Dictionary<string, string>() }, call.Context);
            var original = session.Get(BucketStore.Objects(bucket), key) ?? throw S3Errors.NoSuchKey(key);
            var document = (JsonObject)original.DeepClone();
            var described = Describe(call, call.Context.Now);
            document["Modified"] = described["Modified"]!.DeepClone();
            if (replaces)
                (document["Headers"], document["Metadata"]) = (described["Headers"]!.DeepClone(), described["Metadata"]!.DeepClone());
            if (string.Equals(call.Header("x-amz-tagging-directive"), "REPLACE", StringComparison.OrdinalIgnoreCase))
                document["Tags"] = described["Tags"]!.DeepClone();
            document["Parts"] = new JsonArray([.. original["Parts"]!.AsArray().Select(part => AddData(session, session.GetBlob(BucketStore.Data, (string)part!["Id"]!)!))]);
            Store(session, call, document);
            return document;
        });
        return WireResponse.Xml(S3Xml.Element("CopyObjectResult",
            S3Xml.Element("ETag", (string?)copied["ETag"]), S3Xml.Element("LastModified", S3Xml.Time((long)copied["Modified"]!))));
    }

    // aws-chunked is how the body travelled, not how the object is encoded.
    private static string? WithoutTransport(string name, string? value) => name != "content-encoding" || value is null
        ? value
        : string.Join(',', value.Split(',', StringSplitOptions.TrimEntries).Where(each => each != "aws-chunked"));

    private static JsonObject Tags(string? header)
    {
        var tags = new JsonObject();
        foreach (var (key, value) in UriEncoding.ParseQuery(header ?? ""))
            tags[key] = value;
        return tags.Count <= 10 ? tags : throw new AwsError("BadRequest", "Object tags cannot be greater than 10");
    }
}
