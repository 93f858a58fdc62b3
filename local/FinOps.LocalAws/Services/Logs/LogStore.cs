using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Storage;

namespace FinOps.LocalAws.Services.Logs;

/// <summary>Log groups, streams and events. An event's key sorts by time, then by the order in which it came.</summary>
internal static class LogStore
{
    public static string Groups(string account) => $"logs/groups/{account}";

    public static string Streams(string account, string group) => $"logs/streams/{account}/{group}";

    /// <summary>Stream names cannot hold ':' and '*', so the two parts stay apart.</summary>
    public static string Events(string account, string group, string stream) => $"logs/events/{account}/{group}:{stream}";

    public static void CreateGroup(StoreSession session, string account, string region, string name, DateTimeOffset now, JsonObject? more = null)
    {
        var group = more ?? [];
        group["logGroupName"] = name;
        group["creationTime"] = now.ToUnixTimeMilliseconds();
        group["arn"] = $"arn:aws:logs:{region}:{account}:log-group:{name}:*";
        group["logGroupArn"] = $"arn:aws:logs:{region}:{account}:log-group:{name}";
        session.Put(Groups(account), name, group);
    }

    public static void CreateStream(StoreSession session, string account, string group, string name, DateTimeOffset now) =>
        session.Add(Streams(account, group), name, new JsonObject
        {
            ["logStreamName"] = name,
            ["creationTime"] = now.ToUnixTimeMilliseconds(),
            ["arn"] = ((string)session.Get(Groups(account), group)!["logGroupArn"]!) + ":log-stream:" + name,
            ["sequence"] = 0L,
            ["storedBytes"] = 0L,
        });

    /// <summary>Appends events (time in Unix milliseconds) to a stream that exists.</summary>
    public static void Append(StoreSession session, string account, string group, string stream, IEnumerable<(long Time, string Message)> events, DateTimeOffset now)
    {
        var document = session.Get(Streams(account, group), stream)!;
        var sequence = (long)document["sequence"]!;
        foreach (var (time, message) in events)
        {
            sequence++;
            session.Put(Events(account, group, stream), EventKey(time, sequence), new JsonObject
            {
                ["timestamp"] = time,
                ["message"] = message,
                ["ingestionTime"] = now.ToUnixTimeMilliseconds(),
            });
            document["firstEventTimestamp"] ??= time;
            document["lastEventTimestamp"] = Math.Max(time, (long?)document["lastEventTimestamp"] ?? 0);
        }
        document["lastIngestionTime"] = now.ToUnixTimeMilliseconds();
        document["sequence"] = sequence;
        session.Put(Streams(account, group), stream, document);
    }

    public static void DeleteGroup(StoreSession session, string account, string name)
    {
        foreach (var stream in session.List(Streams(account, name)))
            session.DeleteAll(Events(account, name, stream.Key));
        session.DeleteAll(Streams(account, name));
        session.Delete(Groups(account), name);
    }

    public static string EventKey(long time, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{time:D15}/{sequence:D12}");
}
