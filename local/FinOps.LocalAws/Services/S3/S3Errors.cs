using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.S3;

/// <summary>S3's error codes with their statuses.</summary>
internal static class S3Errors
{
    public static AwsError NoSuchBucket(string bucket) =>
        new("NoSuchBucket", "The specified bucket does not exist", 404) { Members = new() { ["BucketName"] = bucket } };

    public static AwsError NoSuchKey(string key) => new("NoSuchKey", "The specified key does not exist.", 404) { Members = new() { ["Key"] = key } };

    public static AwsError NoSuchUpload() => new("NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.", 404);

    public static AwsError PreconditionFailed(string condition) =>
        new("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412) { Members = new() { ["Condition"] = condition } };

    public static AwsError AccessDenied() => new("AccessDenied", "Access Denied", 403);

    public static AwsError MalformedXml(string? why = null) => new("MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published schema" + (why is null ? "" : $": {why}"));

    public static AwsError InvalidArgument(string message) => new("InvalidArgument", message);

    public static AwsError InvalidRange() => new("InvalidRange", "The requested range is not satisfiable", 416);

    public static AwsError NotImplemented(string what) => new("NotImplemented", $"{what} is not implemented by this endpoint.", 501);
}
