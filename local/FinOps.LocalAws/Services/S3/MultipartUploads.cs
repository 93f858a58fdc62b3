using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.S3;

/// <summary>Multipart upload: the parts' bytes become the object's without being copied.</summary>
internal sealed class MultipartUploads(LocalAwsEnvironment environment)
{
    private const int MinimumPart = 5 * 1024 * 1024;

    public void Register(AddOperation add)
    {
        add(S3Level.Object, "POST", "uploads", "CreateMultipartUpload", Create);
        add(S3Level.Object, "PUT", "uploadId", "UploadPart", UploadPart);
        add(S3Level.Object, "POST", "uploadId", "CompleteMultipartUpload", Complete);
        add(S3Level.Object, "DELETE", "uploadId", "AbortMultipartUpload", Abort);
        add(S3Level.Object, "GET", "uploadId", "ListParts", ListParts);
        add(S3Level.Bucket, "GET", "uploads", "ListMultipartUploads", ListUploads);
    }

    /// <summary>Forgets an upload and the bytes of its parts.</summary>
    public static void Drop(StoreSession session, string uploadId)
    {
        foreach (var part in session.List(BucketStore.Parts(uploadId)))
            session.Delete(BucketStore.Data, (string)part.Value["Id"]!);
        session.DeleteAll(BucketStore.Parts(uploadId));
        session.Delete(BucketStore.Uploads, uploadId);
    }

    private WireResponse Create(S3Call call)
    {
        var uploadId = Guid.NewGuid().ToString("N");
        var document = ObjectWrites.Describe(call, call.Context.Now);
        environment.Store.Write(session =>
        {
            BucketStore.Require(session, call.Bucket, call.Request, call.Context);
            session.Put(BucketStore.Uploads, uploadId, new JsonObject { ["Bucket"] = call.Bucket, ["Key"] = call.Key, ["Document"] = document });
        });
        var response = WireResponse.Xml(S3Xml.Element("InitiateMultipartUploadResult",
            S3Xml.Element("Bucket", call.Bucket), S3Xml.Element("Key", call.Key), S3Xml.Element("UploadId", uploadId)));
        foreach (var name in (string[])["x-amz-checksum-algorithm", "x-amz-checksum-type"])
            if (call.Header(name) is { } value)
                response.Headers[name] = value;
        return response;
    }

    private WireResponse UploadPart(S3Call call)
    {
        if (!int.TryParse(call.Query("partNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 10_000)
            throw S3Errors.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive");
        if (call.Header("x-amz-copy-source") is not null)
            throw S3Errors.NotImplemented("UploadPartCopy");
        var checksums = Checksums.Verify(call.Request);
        var etag = $"\"{Convert.ToHexStringLower(Checksums.Md5(call.Request.Body.Span))}\"";
        environment.Store.Write(session =>
        {
            var uploadId = Require(session, call).Id;
            var key = PartKey(number);
            if (session.Get(BucketStore.Parts(uploadId), key) is { } standing)
                session.Delete(BucketStore.Data, (string)standing["Id"]!);
            var part = ObjectWrites.AddData(session, call.Request.Body.ToArray());
            part["ETag"] = etag;
            part["Number"] = number;
            part["Modified"] = call.Context.Now.ToUnixTimeMilliseconds();
            session.Put(BucketStore.Parts(uploadId), key, part);
        });
        var response = WireResponse.Empty();
        response.Headers["ETag"] = etag;
        foreach (var (name, value) in checksums)
            response.Headers[name] = value;
        return response;
    }

    private WireResponse Complete(S3Call call)
    {
        var wanted = S3Xml.Parse(call.Request.Body, "CompleteMultipartUpload").Children("Part").ToList();
        if (wanted.Count == 0)
            throw S3Errors.MalformedXml("no Part");
        var etag = environment.Store.Write(session =>
        {
            var (uploadId, document) = Require(session, call);
            ObjectWrites.CheckConditions(call, session.Get(BucketStore.Objects(call.Bucket), call.Key));
            var parts = Pick(session, uploadId, wanted);
            var digests = parts.SelectMany(part => Convert.FromHexString(((string)part["ETag"]!).Trim('"'))).ToArray();
            var tag = string.Create(CultureInfo.InvariantCulture, $"\"{Convert.ToHexStringLower(Checksums.Md5(digests))}-{parts.Count}\"");
            document["ETag"] = tag;
            document["Modified"] = call.Context.Now.ToUnixTimeMilliseconds();
            document["Size"] = parts.Sum(part => (long)part["Size"]!);
            document["Parts"] = new JsonArray([.. parts.Select(part => new JsonObject { ["Id"] = (string?)part["Id"], ["Size"] = (long)part["Size"]! })]);
            ObjectWrites.Store(session, call, document);
            var used = parts.Select(part => (string)part["Id"]!).ToHashSet();
            foreach (var left in session.List(BucketStore.Parts(uploadId)).Where(part => !used.Contains((string)part.Value["Id"]!)))
                session.Delete(BucketStore.Data, (string)left.Value["Id"]!);
            session.DeleteAll(BucketStore.Parts(uploadId));
            session.Delete(BucketStore.Uploads, uploadId);
            return tag;
        });
        return WireResponse.Xml(S3Xml.Element("CompleteMultipartUploadResult",
            S3Xml.Element("Location", $"{environment.Url.OriginalString}/{call.Bucket}/{call.Key}"),
            S3Xml.Element("Bucket", call.Bucket), S3Xml.Element("Key", call.Key), S3Xml.Element("ETag", etag)));
    }

    private WireResponse Abort(S3Call call)
    {
        environment.Store.Write(session => Drop(session, Require(session, call).Id));
        return WireResponse.Empty(204);
    }

    private WireResponse ListParts(S3Call call)
    {
        var parts = environment.Store.Read(session => session.List(BucketStore.Parts(Require(session, call).Id)));
        return WireResponse.Xml(S3Xml.Element("ListPartsResult",
            S3Xml.Element("Bucket", call.Bucket), S3Xml.Element("Key", call.Key), S3Xml.Element("UploadId", call.Query("uploadId")),
            S3Xml.Element("MaxParts", 10_000), S3Xml.Element("IsTruncated", "false"),
            parts.Select(part => S3Xml.Element("Part",
                S3Xml.Element("PartNumber", (int)part.Value["Number"]!), S3Xml.Element("ETag", (string?)part.Value["ETag"]),
                S3Xml.Element("Size", (long)part.Value["Size"]!), S3Xml.Element("LastModified", S3Xml.Time((long)part.Value["Modified"]!))))));
    }

    private WireResponse ListUploads(S3Call call)
    {
        var uploads = environment.Store.Read(session =>
        {
            BucketStore.Require(session, call.Bucket, call.Request, call.Context);
            return session.List(BucketStore.Uploads).Where(upload => (string?)upload.Value["Bucket"] == call.Bucket).ToList();
        });
        return WireResponse.Xml(S3Xml.Element("ListMultipartUploadsResult",
            S3Xml.Element("Bucket", call.Bucket), S3Xml.Element("IsTruncated", "false"),
            uploads.Select(upload => S3Xml.Element("Upload",
                S3Xml.Element("Key", (string?)upload.Value["Key"]), S3Xml.Element("UploadId", upload.Key)))));
    }

    private static (string Id, JsonObject Document) Require(StoreSession session, S3Call call)
    {
        BucketStore.Require(session, call.Bucket, call.Request, call.Context);
        var id = call.Query("uploadId") ?? "";
        var upload = session.Get(BucketStore.Uploads, id);
        if (upload is null || (string?)upload["Bucket"] != call.Bucket || (string?)upload["Key"] != call.Key)
            throw S3Errors.NoSuchUpload();
        return (id, (JsonObject)upload["Document"]!.DeepClone());
    }

    private static List<JsonObject> Pick(StoreSession session, string uploadId, List<XElement> wanted)
    {
        var parts = new List<JsonObject>();
        foreach (var element in wanted)
        {
            if (!int.TryParse(element.Child("PartNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                throw S3Errors.MalformedXml("a Part has no PartNumber");
            if (parts.Count > 0 && (int)parts[^1]["Number"]! >= number)
                throw new AwsError("InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.");
            var part = session.Get(BucketStore.Parts(uploadId), PartKey(number));
            if (part is null || ((string)part["ETag"]!).Trim('"') != element.Child("ETag")?.Trim('"'))
                throw new AwsError("InvalidPart", "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.");
            parts.Add(part);
        }
        return parts.SkipLast(1).Any(part => (long)part["Size"]! < MinimumPart)
            ? throw new AwsError("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size")
            : parts;
    }

    private static string PartKey(int number) => number.ToString("D5", CultureInfo.InvariantCulture);
}
