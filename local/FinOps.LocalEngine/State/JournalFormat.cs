using System.Text.Json.Nodes;

namespace FinOps.LocalEngine.State;

/// <summary>Journal entries as single lines of JSON.</summary>
internal sealed class JournalFormat(ResourceJson resources)
{
    public string Write(JournalEntry entry)
    {
        var json = new JsonObject { ["op"] = NameOf(entry), ["key"] = entry.Key };
        switch (entry)
        {
            case JournalEntry.Put put:
                json["takes"] = put.Takes;
                json["retires"] = put.Retires;
                json["settles"] = put.Settles;
                json["completes"] = put.Completes;
                json["resource"] = resources.Write(put.State);
                break;
            case JournalEntry.Removed removed:
                json["completes"] = removed.Completes;
                break;
            case JournalEntry.Started started:
                json["type"] = DeploymentFormat.NameOf(started.Operation.Kind);
                json["resource"] = resources.Write(started.Operation.Resource);
                break;
        }

        return json.ToJsonString();
    }

    /// <exception cref="FormatException">Not an entry.</exception>
    public JournalEntry Read(JsonObject json)
    {
        var key = (long?)json["key"] ?? throw new FormatException("an entry has no key");
        return (string?)json["op"] switch
        {
            "kept" => new JournalEntry.Kept(key),
            "put" => new JournalEntry.Put(key, Resource(json), (long?)json["takes"], (bool?)json["retires"] ?? false, (long?)json["completes"]) { Settles = (bool?)json["settles"] ?? true },
            "removed" => new JournalEntry.Removed(key, (long?)json["completes"]),
            "started" => new JournalEntry.Started(key, new PendingOperation(DeploymentFormat.KindOf((string?)json["type"]), Resource(json))),
            "abandoned" => new JournalEntry.Abandoned(key),
            var other => throw new FormatException($"'{other}' is not an operation of the journal"),
        };
    }

    private static string NameOf(JournalEntry entry) => entry switch
    {
        JournalEntry.Kept => "kept",
        JournalEntry.Put => "put",
        JournalEntry.Removed => "removed",
        JournalEntry.Started => "started",
        JournalEntry.Abandoned => "abandoned",
        _ => throw new InvalidOperationException($"no name for {entry.GetType().Name}"),
    };

    private ResourceState Resource(JsonObject json) =>
        resources.Read(json["resource"] as JsonObject ?? throw new FormatException("an entry has no resource"));
}
