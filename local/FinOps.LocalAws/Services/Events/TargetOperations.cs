using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Events;

/// <summary>Targets of rules: put, list, remove.</summary>
internal sealed partial class TargetOperations(LocalAwsEnvironment environment)
{
    /// <summary>Targets of one rule (EventBridge quota).</summary>
    private const int MostTargets = 5;

    /// <summary>Places of one input transformer (EventBridge quota).</summary>
    private const int MostPaths = 100;

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("PutTargets", Put);
        add("RemoveTargets", Remove);
        add("ListTargetsByRule", List);
        add("ListRuleNamesByTarget", ListRules);
    }

    private JsonObject Put(JsonInput input, CallContext context)
    {
        EventStore.OnlyDefaultBus(input);
        var rule = input.Required("Rule");
        var targets = input.Objects("Targets");
        foreach (var target in targets)
            Check(target);
        environment.Store.Write(session =>
        {
            EventStore.Require(session, context, rule);
            foreach (var target in targets)
                session.Put(EventStore.Targets(context, rule), target.Required("Id"), (JsonObject)target.Body.DeepClone());
            if (session.List(EventStore.Targets(context, rule)).Count > MostTargets)
                throw new AwsError("LimitExceededException", $"The requested resource exceeds the maximum number allowed: {MostTargets} targets of a rule.");
        });
        return NoFailures();
    }

    private JsonObject Remove(JsonInput input, CallContext context)
    {
        EventStore.OnlyDefaultBus(input);
        var rule = input.Required("Rule");
        environment.Store.Write(session =>
        {
            EventStore.Require(session, context, rule);
            foreach (var id in input.Strings("Ids"))
                session.Delete(EventStore.Targets(context, rule), id);
        });
        return NoFailures();
    }

    private JsonObject List(JsonInput input, CallContext context)
    {
        EventStore.OnlyDefaultBus(input);
        var rule = input.Required("Rule");
        return environment.Store.Read(session =>
        {
            EventStore.Require(session, context, rule);
            return EventStore.Page(input, "Targets", session.List(EventStore.Targets(context, rule)).Select(item => item.Value), "Id");
        });
    }

    private JsonObject ListRules(JsonInput input, CallContext context)
    {
        var arn = input.Required("TargetArn");
        return environment.Store.Read(session => new JsonObject
        {
            ["RuleNames"] = new JsonArray([.. session.List(EventStore.Rules(context))
                .Select(rule => (string)rule.Value["Name"]!)
                .Where(name => session.List(EventStore.Targets(context, name)).Any(target => (string?)target.Value["Arn"] == arn))
                .Select(name => JsonValue.Create(name))]),
        });
    }

    private static void Check(JsonInput target)
    {
        target.Required("Id", 64);
        target.Required("Arn", 1_600);
        if (target.OptionalObject("InputTransformer") is not { } transformer)
            return;
        if (target.Has("Input") || target.Has("InputPath"))
            throw EventStore.Invalid("Only one of Input, InputPath, or InputTransformer must be provided.");
        var template = transformer.Required("InputTemplate", 8_192);
        var paths = transformer.Map("InputPathsMap");
        if (paths.Count > MostPaths)
            throw transformer.Fault("InputPathsMap", $"Member must have length less than or equal to {MostPaths}");
        if (paths.Any(path => path.Key.StartsWith("AWS", StringComparison.OrdinalIgnoreCase) || !path.Value.StartsWith("$.", StringComparison.Ordinal)))
            throw EventStore.Invalid("Invalid InputTransformer for target: each key of InputPathsMap begins otherwise than with AWS and each path with $.");
        if (Place().Matches(template).Select(place => place.Groups[1].Value).FirstOrDefault(place => !place.StartsWith("aws.", StringComparison.Ordinal) && !paths.ContainsKey(place)) is { } unknown)
            throw EventStore.Invalid($"InputTemplate for target {target.Required("Id")} contains placeholder <{unknown}> that is not in InputPathsMap.");
    }

    private static JsonObject NoFailures() => new() { ["FailedEntryCount"] = 0, ["FailedEntries"] = new JsonArray() };

    [GeneratedRegex("<([A-Za-z0-9_.-]+)>")]
    private static partial Regex Place();
}
