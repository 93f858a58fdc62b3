using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.Core.Events;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Events;

/// <summary>Rules: put, describe, list, enable, disable, delete, and trying a pattern.</summary>
internal sealed partial class RuleOperations(LocalAwsEnvironment environment)
{
    /// <summary>Rules of one bus (EventBridge quota).</summary>
    private const int MostRules = 300;

    /// <summary>Characters of a pattern (EventBridge quota).</summary>
    private const int LongestPattern = 4_096;

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("PutRule", Put);
        add("DescribeRule", (input, context) => environment.Store.Read(session => EventStore.Require(session, context, Name(input)).DeepClone()));
        add("ListRules", List);
        add("EnableRule", (input, context) => SetState(input, context, "ENABLED"));
        add("DisableRule", (input, context) => SetState(input, context, "DISABLED"));
        add("DeleteRule", Delete);
        add("TestEventPattern", Test);
    }

    private JsonObject Put(JsonInput input, CallContext context)
    {
        EventStore.OnlyDefaultBus(input);
        var name = Name(input);
        var (pattern, schedule) = (input.Optional("EventPattern", LongestPattern), input.Optional("ScheduleExpression", 256));
        if (pattern is null && schedule is null)
            throw EventStore.Invalid("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        if (pattern is not null)
            Parse(pattern);
        var rule = new JsonObject
        {
            ["Name"] = name,
            ["Arn"] = EventStore.Arn(context, name),
            ["State"] = input.OptionalOneOf("State", "ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS") ?? "ENABLED",
            ["EventBusName"] = "default",
            ["CreatedBy"] = context.AccountId,
        };
        foreach (var (member, value) in new[] { ("EventPattern", pattern), ("ScheduleExpression", schedule), ("Description", input.Optional("Description", 512)), ("RoleArn", input.Optional("RoleArn", 1_600)) })
            if (value is not null)
                rule[member] = value;
        var tags = EventStore.Tags.FromList(input.Objects("Tags"));
        environment.Store.Write(session =>
        {
            var isNew = session.Get(EventStore.Rules(context), name) is null;
            if (isNew && session.List(EventStore.Rules(context)).Count >= MostRules)
                throw new AwsError("LimitExceededException", $"The requested resource exceeds the maximum number allowed: {MostRules} rules.");
            session.Put(EventStore.Rules(context), name, rule);
            // Tags of a rule that stands are left as they are: AWS ignores them in an update.
            if (isNew)
                EventStore.Tags.Merge(session, EventStore.Arn(context, name), tags);
        });
        return new JsonObject { ["RuleArn"] = EventStore.Arn(context, name) };
    }

    private JsonObject List(JsonInput input, CallContext context)
    {
        EventStore.OnlyDefaultBus(input);
        var prefix = input.Optional("NamePrefix") ?? "";
        return EventStore.Page(input, "Rules", environment.Store.List(EventStore.Rules(context)).Select(item => item.Value).Where(rule => ((string)rule["Name"]!).StartsWith(prefix, StringComparison.Ordinal)), "Name");
    }

    private JsonObject SetState(JsonInput input, CallContext context, string state) => environment.Store.Write(session =>
    {
        var name = Name(input);
        var rule = (JsonObject)EventStore.Require(session, context, name).DeepClone();
        rule["State"] = state;
        session.Put(EventStore.Rules(context), name, rule);
        return new JsonObject();
    });

    /// <summary>A rule that is not there counts as deleted; one with targets stays.</summary>
    private JsonObject Delete(JsonInput input, CallContext context) => environment.Store.Write(session =>
    {
        EventStore.OnlyDefaultBus(input);
        var name = Name(input);
        if (session.List(EventStore.Targets(context, name)).Count > 0)
            throw EventStore.Invalid("Rule can't be deleted since it has targets.");
        session.Delete(EventStore.Rules(context), name);
        EventStore.Tags.Forget(session, EventStore.Arn(context, name));
        return new JsonObject();
    });

    private static JsonObject Test(JsonInput input, CallContext context)
    {
        var pattern = Parse(input.Required("EventPattern"));
        try
        {
            using var told = JsonDocument.Parse(input.Required("Event"));
            return new JsonObject { ["Result"] = pattern.Matches(told.RootElement) };
        }
        catch (JsonException)
        {
            throw EventStore.Invalid("Parameter Event is not valid.");
        }
        catch (NotSupportedException unknown)
        {
            throw EventStore.Invalid(unknown.Message);
        }
    }

    private static EventPattern Parse(string pattern)
    {
        try
        {
            return EventPattern.Parse(pattern);
        }
        catch (FormatException refused)
        {
            throw new AwsError("InvalidEventPatternException", refused.Message);
        }
    }

    private static string Name(JsonInput input)
    {
        var name = input.Required("Name", 64);
        return NamePattern().IsMatch(name) ? name : throw input.Fault("Name", @"Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+");
    }

    [GeneratedRegex(@"^[.\-_A-Za-z0-9]+\z")]
    private static partial Regex NamePattern();
}
