using System.Text.Json.Nodes;
using FinOps.LocalAws.Services.S3;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.DataExports;

/// <summary>
/// Whether the service may write where an export points. AWS asks when the export is made, so a bucket policy that comes
/// after the export comes too late; the same holds here.
/// </summary>
internal static class BucketAccess
{
    private const string Service = "bcm-data-exports.amazonaws.com";

    /// <param name="session">The transaction.</param>
    /// <param name="context">The call.</param>
    /// <param name="destination">The export's S3Destination.</param>
    /// <exception cref="AwsError">ValidationException: no such bucket, another region, or a policy that does not let the service in.</exception>
    public static void Require(StoreSession session, CallContext context, JsonObject destination)
    {
        var bucket = (string)destination["S3Bucket"]!;
        if (session.Get(BucketStore.Buckets, bucket) is not { } found)
            throw DataExportsErrors.Validation($"The bucket {bucket} does not exist.");
        if ((string?)found["Region"] != (string?)destination["S3Region"])
            throw DataExportsErrors.Validation($"The bucket {bucket} is not in {(string?)destination["S3Region"]}.");
        var probe = $"arn:aws:s3:::{bucket}/{(string?)destination["S3Prefix"]}/probe";
        if (!Statements(session, bucket).Any(statement => Allows(statement, probe, context.AccountId)))
            throw DataExportsErrors.Validation($"Insufficient permission: the policy of the bucket {bucket} does not let {Service} put objects for account {context.AccountId}.");
    }

    private static IEnumerable<JsonObject> Statements(StoreSession session, string bucket) =>
        (string?)session.Get(BucketStore.Documents, $"{bucket}/policy")?["Text"] is { } policy && JsonNode.Parse(policy)!["Statement"] is { } statements
            ? (statements as JsonArray ?? [statements.DeepClone()]).OfType<JsonObject>()
            : [];

    private static bool Allows(JsonObject statement, string resource, string account) =>
        (string?)statement["Effect"] == "Allow"
        && Texts(statement["Principal"]?["Service"]).Contains(Service)
        && Texts(statement["Action"]).Any(action => action is "s3:PutObject" or "s3:*")
        && Texts(statement["Resource"]).Any(pattern => Matches(pattern, resource))
        && Meets(statement["Condition"] as JsonObject, account);

    /// <summary>The two conditions by which such policies name their account; any other is not understood here and not met.</summary>
    private static bool Meets(JsonObject? conditions, string account) => (conditions ?? []).All(condition =>
        condition.Value is JsonObject keys && keys.All(key => (condition.Key, key.Key) switch
        {
            ("StringEquals" or "StringLike", "aws:SourceAccount") => Texts(key.Value).Any(value => Matches(value, account)),
            ("ArnLike" or "StringLike", "aws:SourceArn") => Texts(key.Value).Any(value => Matches(value, $"arn:aws:bcm-data-exports:{HomeRegion.Name}:{account}:export/probe")),
            _ => false,
        }));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.OfType<JsonValue>().Select(value => value.GetValue<string>()),
        JsonValue value => [value.GetValue<string>()],
        _ => [],
    };

    private static bool Matches(string pattern, string text) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: false);
}
