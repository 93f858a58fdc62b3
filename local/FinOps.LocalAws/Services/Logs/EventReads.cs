using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Logs;

/// <summary>Reading events: one stream with GetLogEvents, many with FilterLogEvents.</summary>
internal sealed class EventReads(LocalAwsEnvironment environment)
{
    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("GetLogEvents", Get);
        add("FilterLogEvents", Filter);
    }

    // Tokens are "f/KEY" (what comes after KEY) and "b/KEY" (what comes before); at the end the same token comes back, as AWS does.
    private JsonObject Get(JsonInput input, CallContext context)
    {
        var limit = input.Integer("limit", 10_000, 1, 10_000);
        var events = environment.Store.Read(session =>
        {
            var group = StreamOperations.Group(session, input, context);
            var stream = input.Required("logStreamName", 512);
            if (session.Get(LogStore.Streams(context.AccountId, group), stream) is null)
                throw LogsService.NotFound("log stream");
            return InTime(input, session.List(LogStore.Events(context.AccountId, group, stream))).ToList();
        });
        var token = input.Optional("nextToken");
        List<StoredItem> page = token switch
        {
            null when input.Flag("startFromHead") => [.. events.Take(limit)],
            null => [.. events.TakeLast(limit)],
            _ when token.StartsWith("f/", StringComparison.Ordinal) => [.. events.Where(each => string.CompareOrdinal(each.Key, token[2..]) > 0).Take(limit)],
            _ when token.StartsWith("b/", StringComparison.Ordinal) => [.. events.Where(each => string.CompareOrdinal(each.Key, token[2..]) < 0).TakeLast(limit)],
            _ => throw input.Invalid("The specified nextToken is invalid."),
        };
        var forward = page.Count > 0 ? page[^1].Key : token?[2..] ?? (events.Count > 0 ? events[^1].Key : LogStore.EventKey(0, 0));
        var backward = page.Count > 0 ? page[0].Key : token?[2..] ?? forward;
        return new JsonObject
        {
            ["events"] = new JsonArray([.. page.Select(each => each.Value)]),
            ["nextForwardToken"] = $"f/{forward}",
            ["nextBackwardToken"] = $"b/{backward}",
        };
    }

    private JsonObject Filter(JsonInput input, CallContext context)
    {
        var names = input.Strings("logStreamNames");
        var prefix = input.Optional("logStreamNamePrefix");
        if (names.Count > 0 && prefix is not null)
            throw input.Invalid("logStreamNamePrefix and logStreamNames are mutually exclusive parameters.");
        var pattern = FilterPattern.Parse(input.Optional("filterPattern", 1024) ?? "");
        var (group, found) = environment.Store.Read(session =>
        {
            var name = StreamOperations.Group(session, input, context);
            var streams = session.List(LogStore.Streams(context.AccountId, name), prefix ?? "").Select(stream => stream.Key)
                .Where(stream => names.Count == 0 || names.Contains(stream));
            var all = streams.SelectMany(stream => InTime(input, session.List(LogStore.Events(context.AccountId, name, stream)))
                .Where(each => pattern.Matches((string)each.Value["message"]!))
                .Select(each => new StoredItem($"{each.Key} {stream}", Print(stream, each.Value))));
            return (name, all.ToList());
        });
        var (page, next) = Pager.Page(found, each => each.Key, $"FilterLogEvents {group}", input.Optional("nextToken"),
            input.Integer("limit", 10_000, 1, 10_000), () => LogsService.InvalidParameter("The specified nextToken is invalid."));
        var output = new JsonObject
        {
            ["events"] = new JsonArray([.. page.Select(each => each.Value)]),
            ["searchedLogStreams"] = new JsonArray(),
        };
        if (next is not null)
            output["nextToken"] = next;
        return output;
    }

    private static JsonObject Print(string stream, JsonObject value)
    {
        value["logStreamName"] = stream;
        value["eventId"] = $"{value["timestamp"]}{value["ingestionTime"]}";
        return value;
    }

    private static IEnumerable<StoredItem> InTime(JsonInput input, IEnumerable<StoredItem> events)
    {
        var (start, end) = (input.OptionalLong("startTime") ?? 0, input.OptionalLong("endTime") ?? long.MaxValue);
        return events.Where(each => (long)each.Value["timestamp"]! >= start && (long)each.Value["timestamp"]! < end);
    }
}
