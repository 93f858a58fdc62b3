using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Logs;

/// <summary>Log streams and writing to them.</summary>
internal sealed class StreamOperations(LocalAwsEnvironment environment)
{
    private const int MaximumEvents = 10_000;

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("CreateLogStream", Create);
        add("DescribeLogStreams", Describe);
        add("DeleteLogStream", Delete);
        add("PutLogEvents", Put);
    }

    /// <summary>The group's name, from logGroupName or logGroupIdentifier, when the group exists.</summary>
    public static string Group(StoreSession session, JsonInput input, CallContext context)
    {
        var given = input.Optional("logGroupName", 512) ?? input.Optional("logGroupIdentifier", 2048)?.Split(":log-group:")[^1].Split(':')[0];
        var name = given ?? throw input.Fault("logGroupName", "Member must not be null");
        return session.Get(LogStore.Groups(context.AccountId), name) is not null ? name : throw LogsService.NotFound("log group");
    }

    private JsonObject Create(JsonInput input, CallContext context)
    {
        var name = input.Required("logStreamName", 512);
        if (name.Contains(':', StringComparison.Ordinal) || name.Contains('*', StringComparison.Ordinal))
            throw input.Fault("logStreamName", "Member must satisfy regular expression pattern: [^:*]*");
        environment.Store.Write(session =>
        {
            var group = Group(session, input, context);
            if (session.Get(LogStore.Streams(context.AccountId, group), name) is not null)
                throw new AwsError("ResourceAlreadyExistsException", "The specified log stream already exists");
            LogStore.CreateStream(session, context.AccountId, group, name, context.Now);
        });
        return [];
    }

    private JsonObject Delete(JsonInput input, CallContext context)
    {
        environment.Store.Write(session =>
        {
            var (group, stream) = Stream(session, input, context);
            session.DeleteAll(LogStore.Events(context.AccountId, group, stream));
            session.Delete(LogStore.Streams(context.AccountId, group), stream);
        });
        return [];
    }

    private JsonObject Describe(JsonInput input, CallContext context)
    {
        var prefix = input.Optional("logStreamNamePrefix") ?? "";
        var byTime = input.OptionalOneOf("orderBy", "LogStreamName", "LastEventTime") == "LastEventTime";
        if (byTime && prefix.Length > 0)
            throw input.Invalid("Cannot order by LastEventTime with a logStreamNamePrefix.");
        var (group, streams) = environment.Store.Read(session =>
        {
            var name = Group(session, input, context);
            return (name, session.List(LogStore.Streams(context.AccountId, name), prefix));
        });
        var descending = input.Flag("descending");
        var ordered = byTime ? streams.OrderBy(Last).ThenBy(stream => stream.Key, StringComparer.Ordinal) : streams.OrderBy(stream => stream.Key, StringComparer.Ordinal);
        // The pager sorts by key ascending, so the key is the place in the order that was asked for.
        var placed = (descending ? ordered.Reverse() : ordered).Select((stream, place) => (Stream: stream, Key: LogStore.EventKey(place, 0)));
        var (page, next) = Pager.Page(placed, each => each.Key, $"DescribeLogStreams {group} {prefix} {byTime} {descending}", input.Optional("nextToken"),
            input.Integer("limit", 50, 1, 50), () => LogsService.InvalidParameter("The specified nextToken is invalid."));
        var output = new JsonObject { ["logStreams"] = new JsonArray([.. page.Select(each => Print(each.Stream))]) };
        if (next is not null)
            output["nextToken"] = next;
        return output;
    }

    private JsonObject Put(JsonInput input, CallContext context)
    {
        var events = input.Objects("logEvents");
        if (events.Count is 0 or > MaximumEvents)
            throw input.Fault("logEvents", $"Member must have length between 1 and {MaximumEvents}");
        var read = events.Select(each => (
            Time: each.OptionalLong("timestamp", 0) ?? throw each.Fault("timestamp", "Member must not be null"),
            Message: each.Required("message", 1_048_576))).ToList();
        if (read.Zip(read.Skip(1)).Any(pair => pair.Second.Time < pair.First.Time))
            throw input.Invalid("Log events in a single PutLogEvents request must be in chronological order.");
        environment.Store.Write(session =>
        {
            var (group, stream) = Stream(session, input, context);
            LogStore.Append(session, context.AccountId, group, stream, read, context.Now);
        });
        return new JsonObject { ["nextSequenceToken"] = Guid.NewGuid().ToString("N") };
    }

    private static (string Group, string Stream) Stream(StoreSession session, JsonInput input, CallContext context)
    {
        var (group, stream) = (Group(session, input, context), input.Required("logStreamName", 512));
        return session.Get(LogStore.Streams(context.AccountId, group), stream) is not null ? (group, stream) : throw LogsService.NotFound("log stream");
    }

    private static long Last(StoredItem stream) => (long?)stream.Value["lastEventTimestamp"] ?? 0;

    private static JsonObject Print(StoredItem stream)
    {
        var printed = (JsonObject)stream.Value.DeepClone();
        printed.Remove("sequence");
        return printed;
    }
}
