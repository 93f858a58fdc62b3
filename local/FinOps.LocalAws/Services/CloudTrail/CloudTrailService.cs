using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Calls;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CloudTrail;

/// <summary>
/// CloudTrail's event history: the management events among the calls that this endpoint recorded, of the caller's account, for 90 days. It has
/// no regions and keeps no request parameters, so records say neither what was asked for nor where but in the endpoint's own region.
/// </summary>
internal sealed class CloudTrailService : JsonServiceBase
{
    private const int Days = 90;
    private const int PageSize = 50;

    private readonly LocalAwsEnvironment _environment;

    public CloudTrailService(LocalAwsEnvironment environment)
        : base("cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101", "1.1")
    {
        _environment = environment;
        Add("LookupEvents", Lookup);
    }

    protected override AwsError Invalid(string message) => new("InvalidParameterException", message);

    /// <summary>Newest first.</summary>
    private JsonObject Lookup(JsonInput input, CallContext context)
    {
        var (start, end) = (Time(input, "StartTime") ?? DateTimeOffset.MinValue, Time(input, "EndTime") ?? context.Now);
        if (start > end)
            throw new AwsError("InvalidTimeRangeException", "The start time is after the end time.");
        var size = input.OptionalDecimal("MaxResults") ?? PageSize;
        if (size is < 1 or > PageSize)
            throw new AwsError("InvalidMaxResultsException", $"MaxResults must be 1 to {PageSize}.");
        var matches = Filter(input);
        var oldest = context.Now.AddDays(-Days);
        var found = _environment.Store.Read(session => session.Calls(after: 0))
            .Where(call => call.AccountId == context.AccountId && CloudTrailRecord.IsManagement(call))
            .Where(call => call.Time >= oldest && call.Time >= start && call.Time <= end)
            .Where(matches);
        var (page, next) = Pager.Page(
            input.Optional("EventCategory") is null ? found : [], call => (long.MaxValue - call.Id).ToString("D19", CultureInfo.InvariantCulture),
            $"LookupEvents {context.AccountId} {input.Body["LookupAttributes"]?.ToJsonString()} {input.Body["StartTime"]} {input.Body["EndTime"]}",
            input.Optional("NextToken"), (int)size, () => new AwsError("InvalidNextTokenException", "The token is not one of this lookup."));
        var output = new JsonObject { ["Events"] = new JsonArray([.. page.Select(call => CloudTrailRecord.Event(call, context.Region))]) };
        if (next is not null)
            output["NextToken"] = next;
        return output;
    }

    /// <summary>CloudTrail takes one attribute.</summary>
    private static Func<RecordedCall, bool> Filter(JsonInput input)
    {
        if (input.Objects("LookupAttributes").ToList() is not [var attribute, .. var more])
            return _ => true;
        if (more.Count > 0)
            throw new AwsError("InvalidLookupAttributesException", "Only one lookup attribute is allowed.");
        var value = attribute.Required("AttributeValue");
        return attribute.OneOf("AttributeKey", "EventId", "EventName", "ReadOnly", "Username", "ResourceType", "ResourceName", "EventSource", "AccessKeyId") switch
        {
            "EventId" => call => CloudTrailRecord.Id(call) == value,
            "EventName" => call => CloudTrailRecord.Name(call) == value,
            "EventSource" => call => CloudTrailRecord.Source(call) == value,
            "ReadOnly" => call => CloudTrailRecord.IsReadOnly(call) == (value == "true"),
            "Username" => call => CloudTrailRecord.UserName(call) == value,
            // Which resource and which key, nobody recorded.
            _ => _ => false,
        };
    }

    private static DateTimeOffset? Time(JsonInput input, string name) =>
        input.OptionalDecimal(name) is { } seconds ? DateTimeOffset.UnixEpoch.AddSeconds((double)seconds) : null;
}
