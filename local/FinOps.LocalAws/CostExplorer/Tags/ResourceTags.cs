using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.CostExplorer.Anomalies;
using FinOps.LocalAws.CostExplorer.Categories;
using FinOps.LocalAws.CostExplorer.Input;
using FinOps.LocalAws.Storage;

namespace FinOps.LocalAws.CostExplorer.Tags;

/// <summary>Tags on what Cost Explorer itself holds: cost categories, anomaly monitors and subscriptions.</summary>
internal sealed partial class ResourceTags(CostExplorerState state)
{
    private const string Collection = "ce.resource-tags";
    private const int MaximumTags = 50;

    /// <summary>Reads ResourceTags of a create call.</summary>
    public static JsonObject Read(RequestInput input)
    {
        var tags = new JsonObject();
        foreach (var tag in input.Objects("ResourceTags", max: 200))
            tags[tag.RequiredText("Key", min: 1, max: 128, pattern: TagText())] = tag.RequiredText("Value", max: 256, pattern: TagText());
        return tags;
    }

    public static void Set(StoreSession session, string arn, JsonObject tags)
    {
        if (tags.Count > MaximumTags)
            throw CostExplorerErrors.TooManyTags(arn, $"A resource can have no more than {MaximumTags} tags.");
        if (tags.FirstOrDefault(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) is { Key: { } reserved })
            throw CostExplorerErrors.Validation($"Tag key {reserved} is reserved: it begins with aws:.");
        if (tags.Count == 0)
            session.Delete(Collection, arn);
        else
            session.Put(Collection, arn, tags);
    }

    public static void Forget(StoreSession session, string arn) => session.Delete(Collection, arn);

    public JsonObject Tag(CostExplorerCall call)
    {
        var arn = Arn(call);
        call.Input.Objects("ResourceTags", required: true);
        var added = Read(call.Input);
        call.Input.Check();
        return state.Store.Write(session =>
        {
            var tags = Existing(session, arn);
            foreach (var (key, value) in added)
                tags[key] = value!.DeepClone();
            Set(session, arn, tags);
            return new JsonObject();
        });
    }

    public JsonObject Untag(CostExplorerCall call)
    {
        var arn = Arn(call);
        var keys = call.Input.Texts("ResourceTagKeys", required: true, max: 200);
        call.Input.Check();
        return state.Store.Write(session =>
        {
            var tags = Existing(session, arn);
            foreach (var key in keys)
                tags.Remove(key);
            Set(session, arn, tags);
            return new JsonObject();
        });
    }

    public JsonObject List(CostExplorerCall call)
    {
        var arn = Arn(call);
        call.Input.Check();
        var tags = state.Store.Read(session => Existing(session, arn));
        return new JsonObject
        {
            ["ResourceTags"] = new JsonArray([.. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal)
                .Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value!.DeepClone() })]),
        };
    }

    private static string Arn(CostExplorerCall call) => call.Input.RequiredText("ResourceArn", min: 20, max: 2048);

    private static JsonObject Existing(StoreSession session, string arn) =>
        CategoryStore.Find(session, arn) is null && MonitorStore.Find(session, arn) is null && SubscriptionStore.Find(session, arn) is null
            ? throw CostExplorerErrors.ResourceNotFound(arn, $"Can not find resource {arn}")
            : session.Get(Collection, arn) ?? [];

    [GeneratedRegex(@"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")]
    private static partial Regex TagText();
}
