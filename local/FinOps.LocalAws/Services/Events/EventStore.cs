using System.Text.Json.Nodes;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Events;

/// <summary>Where rules and targets are kept: by account and region, rules keyed by name, targets by rule and id.</summary>
internal static class EventStore
{
    public static readonly TagStore Tags = new("events", Invalid);

    public static string Rules(CallContext context) => $"events/rules/{context.AccountId}/{context.Region}";

    public static string Targets(CallContext context, string rule) => $"events/targets/{context.AccountId}/{context.Region}/{rule}";

    public static string Arn(CallContext context, string rule) => $"arn:aws:events:{context.Region}:{context.AccountId}:rule/{rule}";

    public static JsonObject Require(StoreSession session, CallContext context, string name) =>
        session.Get(Rules(context), name) ?? throw new AwsError("ResourceNotFoundException", $"Rule {name} does not exist on EventBus default.");

    /// <exception cref="AwsError">A bus other than the default one.</exception>
    public static void OnlyDefaultBus(JsonInput input)
    {
        if (input.Optional("EventBusName") is { } bus && bus != "default")
            throw new AwsError("ResourceNotFoundException", $"Event bus {bus} does not exist.");
    }

    public static JsonObject Page(JsonInput input, string member, IEnumerable<JsonObject> items, string key)
    {
        var (page, next) = Pager.Page(items, item => (string)item[key]!, $"{member} {input.Optional("Rule")} {input.Optional("NamePrefix")} {input.Optional("TargetArn")}",
            input.Optional("NextToken"), input.Integer("Limit", 100, 1, 100), () => Invalid("The NextToken is not valid."));
        var output = new JsonObject { [member] = new JsonArray([.. page.Select(item => item.DeepClone())]) };
        if (next is not null)
            output["NextToken"] = next;
        return output;
    }

    public static AwsError Invalid(string message) => new("ValidationException", message);
}
