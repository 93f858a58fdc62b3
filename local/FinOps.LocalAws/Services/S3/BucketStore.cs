using System.Text.Json.Nodes;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.S3;

/// <summary>Where buckets, objects and their bytes are kept. Names and keys are only ever keys of the database, never file names.</summary>
internal static class BucketStore
{
    public const string Buckets = "s3/buckets";

    /// <summary>The bytes, under random ids that object documents list in order.</summary>
    public const string Data = "s3/data";

    public static string Objects(string bucket) => $"s3/objects/{bucket}";

    /// <summary>Documents of sub-resources, keyed bucket/name.</summary>
    public const string Documents = "s3/documents";

    public const string Uploads = "s3/uploads";

    public static string Parts(string uploadId) => $"s3/parts/{uploadId}";

    /// <summary>The bucket, when the caller's account owns it.</summary>
    /// <exception cref="AwsError">NoSuchBucket, or AccessDenied for another account's bucket or an unexpected owner.</exception>
    public static JsonObject Require(StoreSession session, string bucket, IncomingRequest request, CallContext context)
    {
        var found = session.Get(Buckets, bucket) ?? throw S3Errors.NoSuchBucket(bucket);
        var owner = (string?)found["Owner"];
        if (owner != context.AccountId || (request.Header("x-amz-expected-bucket-owner") is { } expected && expected != owner))
            throw S3Errors.AccessDenied();
        return found;
    }

    /// <summary>Removes the bytes of an object document that is replaced or deleted.</summary>
    public static void DropData(StoreSession session, JsonObject stored)
    {
        foreach (var part in stored["Parts"]!.AsArray())
            session.Delete(Data, (string)part!["Id"]!);
    }
}
