using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Scheduler;

/// <summary>Where groups and schedules are kept: by account and region; a schedule's key is GROUP/NAME. The group <c>default</c> is always there.</summary>
internal static partial class ScheduleStore
{
    public const string DefaultGroup = "default";

    public static readonly TagStore Tags = new("scheduler", SchedulerErrors.Invalid);

    public static string Groups(CallContext context) => $"scheduler/groups/{context.AccountId}/{context.Region}";

    public static string Schedules(CallContext context) => $"scheduler/schedules/{context.AccountId}/{context.Region}";

    public static string GroupArn(CallContext context, string name) => $"arn:aws:scheduler:{context.Region}:{context.AccountId}:schedule-group/{name}";

    public static string ScheduleArn(CallContext context, string group, string name) =>
        $"arn:aws:scheduler:{context.Region}:{context.AccountId}:schedule/{group}/{name}";

    public static JsonObject RequireGroup(StoreSession session, CallContext context, string name) =>
        session.Get(Groups(context), name) ?? (name == DefaultGroup
            ? new JsonObject { ["Name"] = name, ["Arn"] = GroupArn(context, name), ["State"] = "ACTIVE", ["CreationDate"] = 0, ["LastModificationDate"] = 0 }
            : throw SchedulerErrors.NotFound($"Schedule group {name}"));

    /// <summary>Names of groups and schedules alike.</summary>
    public static string CheckName(string name) => NamePattern().IsMatch(name)
        ? name
        : throw SchedulerErrors.Invalid($"1 validation error detected: Value '{name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[0-9a-zA-Z-_.]{{1,64}}$");

    public static JsonObject Page(RestCall call, string operation, string member, IEnumerable<StoredItem> items, Func<StoredItem, JsonNode> print)
    {
        var prefix = call.Query("NamePrefix") ?? "";
        var (page, next) = Pager.Page(items.Where(item => ((string)item.Value["Name"]!).StartsWith(prefix, StringComparison.Ordinal)), item => item.Key, $"{operation} {prefix}",
            call.Query("NextToken"), call.QueryInteger("MaxResults", 100, 1, 100), () => SchedulerErrors.Invalid("Invalid NextToken."));
        var output = new JsonObject { [member] = new JsonArray([.. page.Select(print)]) };
        if (next is not null)
            output["NextToken"] = next;
        return output;
    }

    [GeneratedRegex(@"^[0-9a-zA-Z-_.]{1,64}\z")]
    private static partial Regex NamePattern();
}
