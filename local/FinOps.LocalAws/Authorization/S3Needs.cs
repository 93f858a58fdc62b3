using System.Xml.Linq;
using FinOps.LocalAws.Services.S3;

namespace FinOps.LocalAws.Authorization;

/// <summary>What IAM evaluates for operations of S3, the key of the bucket's encryption included.</summary>
internal static class S3Needs
{
    public static IEnumerable<KeyValuePair<string, Func<CallFacts, IEnumerable<AccessNeed>>>> Rules { get; } =
    [
        new("GetObject", Read),
        new("HeadObject", Read),
        new("PutObject", Write),
        new("CreateMultipartUpload", Write),
        new("UploadPart", Write),
        new("CompleteMultipartUpload", Write),
        new("AbortMultipartUpload", facts => [new AccessNeed("s3:AbortMultipartUpload", Object(facts))]),
        new("DeleteObject", facts => [new AccessNeed("s3:DeleteObject", Object(facts))]),
        new("ListObjects", List),
        new("ListObjectsV2", List),
        new("HeadBucket", List),
        new("GetBucketLocation", facts => [new AccessNeed("s3:GetBucketLocation", Bucket(facts))]),
    ];

    private static string Bucket(CallFacts facts) => facts.Fill("arn:aws:s3:::{Bucket}");

    private static string Object(CallFacts facts) => facts.Fill("arn:aws:s3:::{Bucket}/{Key}");

    private static IEnumerable<AccessNeed> List(CallFacts facts) =>
        [new AccessNeed("s3:ListBucket", Bucket(facts), facts.Input("prefix") is { } prefix ? [("s3:prefix", prefix)] : [])];

    private static IEnumerable<AccessNeed> Read(CallFacts facts)
    {
        yield return new AccessNeed("s3:GetObject", Object(facts));
        // Who may not list is not told whether an object is there: 403 instead of 404.
        if (facts.Environment.Store.Get(BucketStore.Objects(facts.Input("Bucket")!), facts.Input("Key")!) is null)
            yield return new AccessNeed("s3:ListBucket", Bucket(facts));
        else if (Key(facts) is { } key)
            yield return OnKey("kms:Decrypt", key, facts);
    }

    private static IEnumerable<AccessNeed> Write(CallFacts facts)
    {
        yield return new AccessNeed("s3:PutObject", Object(facts));
        if (Key(facts) is { } key)
            yield return OnKey("kms:GenerateDataKey", key, facts);
    }

    private static AccessNeed OnKey(string action, string key, CallFacts facts) => new(action, key, ("kms:ViaService", facts.Fill("s3.{region}.amazonaws.com")));

    /// <summary>The customer's key with which the bucket encrypts; null for S3's own and AWS's.</summary>
    private static string? Key(CallFacts facts) => BucketDocuments.Find(facts.Environment.Store, facts.Input("Bucket")!, "encryption") is { } text
        ? XElement.Parse(text).Descendants().FirstOrDefault(element => element.Name.LocalName == "KMSMasterKeyID")?.Value is { Length: > 0 } key ? key : null
        : null;
}
