using System.Text.Json.Nodes;
using FinOps.LocalAws.CostExplorer.Input;
using FinOps.LocalAws.Storage;

namespace FinOps.LocalAws.CostExplorer.Tags;

/// <summary>
/// ListCostAllocationTags and UpdateCostAllocationTagsStatus. Keys are known when a cost of the bill carries them; those of AWS always are.
/// AWS fills costs in from the activation on and only backfills on request; here a key has all history at once.
/// </summary>
internal sealed class AllocationTags(CostExplorerState state)
{
    private const int DefaultPageSize = 100;
    private const int MaximumKeys = 20;
    private const int MaximumActive = 500;
    private static readonly string[] Statuses = ["Active", "Inactive"];

    // The bill never changes while an endpoint runs, so its keys are looked up once.
    private readonly Lazy<IReadOnlyDictionary<string, DateOnly?>> _lastUse = new(() => LastUse(state));

    public JsonObject List(CostExplorerCall call)
    {
        state.RequirePayer(call, "cost allocation tags");
        var input = call.Input;
        var status = input.Choice("Status", Statuses);
        var type = input.Choice("Type", ["AWSGenerated", "UserDefined"]);
        var keys = input.Texts("TagKeys", min: 1, max: 100).ToHashSet(StringComparer.Ordinal);
        var size = input.Integer("MaxResults", min: 1, max: 1_000) ?? DefaultPageSize;
        input.Check();
        var tags = state.Store.Read(session => Describe(session).ToList())
            .Where(tag => status is null || Text(tag, "Status") == status)
            .Where(tag => type is null || Text(tag, "Type") == type)
            .Where(tag => keys.Count == 0 || keys.Contains(Text(tag, "TagKey")))
            .ToList();
        var page = Page<JsonObject>.Of(tags, size, "ListCostAllocationTags", call.Json, "NextToken");
        var output = new JsonObject { ["CostAllocationTags"] = new JsonArray([.. page.Items]) };
        page.WriteToken(output, "NextToken");
        return output;
    }

    /// <summary>Refusals of single keys are in <c>Errors</c>, under status 200.</summary>
    public JsonObject UpdateStatus(CostExplorerCall call)
    {
        state.RequirePayer(call, "cost allocation tags");
        var entries = call.Input.Objects("CostAllocationTagsStatus", required: true, min: 1, max: MaximumKeys)
            .Select(entry => (Key: entry.RequiredText("TagKey", max: 1024), Status: entry.Choice("Status", Statuses, required: true)))
            .ToList();
        call.Input.Check();
        if (entries.DistinctBy(entry => entry.Key).Count() < entries.Count)
            throw CostExplorerErrors.Validation("Each tag key can be given only once.");
        return state.Store.Write(session =>
        {
            var errors = new JsonArray();
            foreach (var (key, status) in entries)
                if (Refusal(session, key, status!) is { } error)
                    errors.Add(new JsonObject { ["TagKey"] = key, ["Code"] = error.Code, ["Message"] = error.Message });
                else
                    AllocationTagStore.SetStatus(session, key, status!, ApiTime.Of(call.Now));
            return new JsonObject { ["Errors"] = errors };
        });
    }

    private (string Code, string Message)? Refusal(StoreSession session, string key, string status)
    {
        if (!_lastUse.Value.ContainsKey(key))
            return ("TagKeysNotFoundException", $"Tag keys not found: {key}");
        var active = AllocationTagStore.ActiveKeys(session);
        return status == "Active" && !active.Contains(key) && active.Count(IsUserDefined) >= MaximumActive
            ? ("LimitExceededException", $"No more than {MaximumActive} user-defined cost allocation tags can be active.")
            : null;
    }

    private IEnumerable<JsonObject> Describe(StoreSession session)
    {
        var active = AllocationTagStore.ActiveKeys(session);
        foreach (var (key, lastUse) in _lastUse.Value.OrderBy(tag => tag.Key, StringComparer.Ordinal))
        {
            var tag = new JsonObject
            {
                ["TagKey"] = key,
                ["Type"] = IsUserDefined(key) ? "UserDefined" : "AWSGenerated",
                ["Status"] = active.Contains(key) ? "Active" : "Inactive",
            };
            if (lastUse is { } day)
                tag["LastUsedDate"] = ApiTime.Of(new DateOnly(day.Year, day.Month, 1));
            if (AllocationTagStore.LastUpdated(session, key) is { } updated)
                tag["LastUpdatedDate"] = updated;
            yield return tag;
        }
    }

    private static Dictionary<string, DateOnly?> LastUse(CostExplorerState state)
    {
        var uses = AllocationTagStore.AwsGenerated.ToDictionary(key => key, _ => (DateOnly?)null, StringComparer.Ordinal);
        foreach (var series in state.Table.Series.Where(series => series.Item.Tags.Count > 0 && series.LastRow is not null))
        {
            var lastDay = state.Table.Days.Start.AddDays(series.LastRow!.Value);
            foreach (var key in series.Item.Tags.Keys)
                if (uses.GetValueOrDefault(key) is not { } known || known < lastDay)
                    uses[key] = lastDay;
        }
        return uses;
    }

    private static bool IsUserDefined(string key) => !key.StartsWith("aws:", StringComparison.Ordinal);

    private static string Text(JsonObject tag, string member) => tag[member]!.GetValue<string>();
}
