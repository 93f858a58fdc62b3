using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Calls;

namespace FinOps.LocalAws.Services.CloudTrail;

/// <summary>A recorded call as CloudTrail writes it.</summary>
internal static class CloudTrailRecord
{
    /// <summary>Lambda's event names carry the version of its API.</summary>
    private static readonly Dictionary<string, string> _lambdaNames = new(StringComparer.Ordinal)
    {
        ["AddPermission"] = "AddPermission20150331v2",
        ["CreateFunction"] = "CreateFunction20150331",
        ["DeleteFunction"] = "DeleteFunction20150331",
        ["GetFunction"] = "GetFunction20150331v2",
        ["GetFunctionConfiguration"] = "GetFunctionConfiguration20150331v2",
        ["RemovePermission"] = "RemovePermission20150331v2",
        ["UpdateFunctionCode"] = "UpdateFunctionCode20150331v2",
        ["UpdateFunctionConfiguration"] = "UpdateFunctionConfiguration20150331v2",
    };

    private static readonly HashSet<(string Service, string Operation)> _dataEvents =
    [
        ("lambda", "Invoke"), ("logs", "PutLogEvents"), ("sns", "Publish"), ("sns", "PublishBatch"), ("sqs", "DeleteMessage"), ("sqs", "ReceiveMessage"), ("sqs", "SendMessage"), ("monitoring", "PutMetricData"),
    ];

    private static readonly string[] _readers = ["BatchGet", "Describe", "Get", "Head", "List", "Lookup", "Test"];

    /// <summary>What reads and writes data, and what fits no operation, is in no event history.</summary>
    public static bool IsManagement(RecordedCall call) =>
        !call.Operation.Contains(' ', StringComparison.Ordinal)
        && !_dataEvents.Contains((call.Service, call.Operation))
        && !(call.Service == "s3" && (call.Operation.Contains("Object", StringComparison.Ordinal) || call.Operation.Contains("Part", StringComparison.Ordinal)));

    public static string Id(RecordedCall call) => $"00000000-0000-4000-8000-{call.Id:x12}";

    public static string Name(RecordedCall call) => call.Service == "lambda" ? _lambdaNames.GetValueOrDefault(call.Operation, call.Operation) : call.Operation;

    public static string Source(RecordedCall call) => $"{call.Service}.amazonaws.com";

    public static bool IsReadOnly(RecordedCall call) => _readers.Any(verb => call.Operation.StartsWith(verb, StringComparison.Ordinal));

    /// <summary>The session's name for a role, the user's name for a user.</summary>
    public static string UserName(RecordedCall call) => call.PrincipalArn[(call.PrincipalArn.LastIndexOfAny(['/', ':']) + 1)..];

    /// <summary>An entry of the event history, the whole record inside as text.</summary>
    public static JsonObject Event(RecordedCall call, string region) => new()
    {
        ["EventId"] = Id(call),
        ["EventName"] = Name(call),
        ["ReadOnly"] = IsReadOnly(call) ? "true" : "false",
        ["EventTime"] = call.Time.ToUnixTimeSeconds(),
        ["EventSource"] = Source(call),
        ["Username"] = UserName(call),
        ["Resources"] = new JsonArray(),
        ["CloudTrailEvent"] = Record(call, region).ToJsonString(),
    };

    private static JsonObject Record(RecordedCall call, string region)
    {
        var record = new JsonObject
        {
            ["eventVersion"] = "1.11",
            ["userIdentity"] = Identity(call),
            ["eventTime"] = call.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["eventSource"] = Source(call),
            ["eventName"] = Name(call),
            ["awsRegion"] = region,
            ["requestParameters"] = null,
            ["responseElements"] = null,
            ["eventID"] = Id(call),
            ["readOnly"] = IsReadOnly(call),
            ["eventType"] = "AwsApiCall",
            ["managementEvent"] = true,
            ["recipientAccountId"] = call.AccountId,
            ["eventCategory"] = "Management",
        };
        if (call.Error is { } error)
            record["errorCode"] = error;
        return record;
    }

    private static JsonObject Identity(RecordedCall call)
    {
        var identity = new JsonObject { ["arn"] = call.PrincipalArn, ["accountId"] = call.AccountId };
        if (call.PrincipalArn.Split(':', 6)[^1].Split('/') is ["assumed-role", var role, ..])
        {
            identity["type"] = "AssumedRole";
            identity["sessionContext"] = new JsonObject
            {
                ["sessionIssuer"] = new JsonObject { ["type"] = "Role", ["arn"] = $"arn:aws:iam::{call.AccountId}:role/{role}", ["accountId"] = call.AccountId, ["userName"] = role },
            };
            return identity;
        }

        identity["type"] = call.PrincipalArn.EndsWith(":root", StringComparison.Ordinal) ? "Root" : "IAMUser";
        identity["userName"] = UserName(call);
        return identity;
    }
}
