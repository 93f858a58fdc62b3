using System.Text.Json.Nodes;
using FinOps.LocalAws.Storage;

namespace FinOps.LocalAws.CostExplorer.Tags;

/// <summary>The status of cost allocation tags. A key that nobody changed is inactive, unless AWS generates it.</summary>
internal static class AllocationTagStore
{
    private const string Collection = "ce.cost-allocation-tags";

    /// <summary>Keys that AWS generates; they are active from the start.</summary>
    public static IReadOnlyList<string> AwsGenerated { get; } = ["aws:cloudformation:stack-name", "aws:createdBy"];

    public static IReadOnlySet<string> ActiveKeys(StoreSession session)
    {
        var keys = AwsGenerated.ToHashSet(StringComparer.Ordinal);
        foreach (var item in session.List(Collection))
        {
            if (item.Value["Status"]!.GetValue<string>() == "Active")
                keys.Add(item.Key);
            else
                keys.Remove(item.Key);
        }
        return keys;
    }

    /// <summary>When the status last changed; null when it never did.</summary>
    public static string? LastUpdated(StoreSession session, string key) => session.Get(Collection, key)?["LastUpdatedDate"]?.GetValue<string>();

    public static void SetStatus(StoreSession session, string key, string status, string time) =>
        session.Put(Collection, key, new JsonObject { ["Status"] = status, ["LastUpdatedDate"] = time });
}
