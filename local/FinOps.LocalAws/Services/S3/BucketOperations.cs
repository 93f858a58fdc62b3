using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.S3;

/// <summary>Buckets themselves.</summary>
internal sealed partial class BucketOperations(LocalAwsEnvironment environment)
{
    public void Register(AddOperation add)
    {
        add(S3Level.Service, "GET", "", "ListBuckets", List);
        add(S3Level.Bucket, "PUT", "", "CreateBucket", Create);
        add(S3Level.Bucket, "HEAD", "", "HeadBucket", Head);
        add(S3Level.Bucket, "DELETE", "", "DeleteBucket", Delete);
        add(S3Level.Bucket, "GET", "location", "GetBucketLocation", Location);
    }

    private WireResponse List(S3Call call) => WireResponse.Xml(S3Xml.Element("ListAllMyBucketsResult",
        S3Xml.Element("Owner", S3Xml.Element("ID", call.Context.AccountId)),
        S3Xml.Element("Buckets", environment.Store.List(BucketStore.Buckets)
            .Where(bucket => (string?)bucket.Value["Owner"] == call.Context.AccountId)
            .Select(bucket => S3Xml.Element("Bucket",
                S3Xml.Element("Name", bucket.Key),
                S3Xml.Element("CreationDate", S3Xml.Time((long)bucket.Value["Created"]!)),
                S3Xml.Element("BucketRegion", (string?)bucket.Value["Region"]))))));

    private WireResponse Create(S3Call call)
    {
        CheckName(call.Bucket);
        var region = call.Request.Body.IsEmpty ? null : S3Xml.Parse(call.Request.Body, "CreateBucketConfiguration").Child("LocationConstraint");
        region = region is null or "" ? "us-east-1" : region;
        environment.Store.Write(session =>
        {
            if (session.Get(BucketStore.Buckets, call.Bucket) is { } standing)
            {
                if ((string?)standing["Owner"] != call.Context.AccountId)
                    throw new AwsError("BucketAlreadyExists", "The requested bucket name is not available. The bucket namespace is shared by all users of the system.", 409);
                // us-east-1 answers its owner's second create with success; every other region refuses it.
                if (region != "us-east-1" || (string?)standing["Region"] != region)
                    throw new AwsError("BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.", 409);
                return;
            }
            session.Put(BucketStore.Buckets, call.Bucket, new JsonObject
            {
                ["Owner"] = call.Context.AccountId,
                ["Region"] = region,
                ["Created"] = call.Context.Now.ToUnixTimeMilliseconds(),
            });
            BucketDocuments.PutDefaults(session, call.Bucket);
        });
        var response = WireResponse.Empty();
        response.Headers["Location"] = $"/{call.Bucket}";
        return response;
    }

    private WireResponse Head(S3Call call)
    {
        var response = WireResponse.Empty();
        response.Headers["x-amz-bucket-region"] = (string)Require(call)["Region"]!;
        return response;
    }

    private WireResponse Location(S3Call call)
    {
        var region = (string?)Require(call)["Region"];
        return WireResponse.Xml(S3Xml.Element("LocationConstraint", region == "us-east-1" ? "" : region));
    }

    private WireResponse Delete(S3Call call)
    {
        environment.Store.Write(session =>
        {
            BucketStore.Require(session, call.Bucket, call.Request, call.Context);
            if (session.List(BucketStore.Objects(call.Bucket), limit: 1).Count > 0)
                throw new AwsError("BucketNotEmpty", "The bucket you tried to delete is not empty", 409) { Members = new() { ["BucketName"] = call.Bucket } };
            foreach (var document in session.List(BucketStore.Documents, $"{call.Bucket}/"))
                session.Delete(BucketStore.Documents, document.Key);
            foreach (var upload in session.List(BucketStore.Uploads).Where(upload => (string?)upload.Value["Bucket"] == call.Bucket))
                MultipartUploads.Drop(session, upload.Key);
            session.Delete(BucketStore.Buckets, call.Bucket);
        });
        return WireResponse.Empty(204);
    }

    private JsonObject Require(S3Call call) =>
        environment.Store.Read(session => BucketStore.Require(session, call.Bucket, call.Request, call.Context));

    private static void CheckName(string name)
    {
        if (!NamePattern().IsMatch(name) || name.Contains("..", StringComparison.Ordinal) || IPAddress.TryParse(name, out _)
            || name.StartsWith("xn--", StringComparison.Ordinal) || name.EndsWith("-s3alias", StringComparison.Ordinal))
            throw new AwsError("InvalidBucketName", "The specified bucket is not valid.") { Members = new() { ["BucketName"] = name } };
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex NamePattern();
}
