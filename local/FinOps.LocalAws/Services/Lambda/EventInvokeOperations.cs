using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Lambda;

/// <summary>How a function's asynchronous invocations are tried again, and where those go that fail for good.</summary>
internal sealed class EventInvokeOperations(LocalAwsEnvironment environment)
{
    private const string Member = "EventInvoke";

    public JsonNode Put(RestCall call) => environment.Store.Write(session =>
    {
        var function = FunctionStore.Require(session, call);
        var config = Read(call, (string)function["Configuration"]!["FunctionArn"]!);
        function[Member] = config;
        FunctionStore.Save(session, call.Context, function);
        return config.DeepClone();
    });

    public JsonNode Get(RestCall call) => environment.Store.Read(session => Require(FunctionStore.Require(session, call)).DeepClone());

    public JsonNode Delete(RestCall call) => environment.Store.Write(session =>
    {
        var function = FunctionStore.Require(session, call);
        Require(function);
        function.Remove(Member);
        FunctionStore.Save(session, call.Context, function);
        return new JsonObject();
    });

    private static JsonObject Read(RestCall call, string arn)
    {
        var config = new JsonObject { ["FunctionArn"] = $"{arn}:$LATEST", ["LastModified"] = call.Context.Now.ToUnixTimeSeconds() };
        if (call.Input.OptionalLong("MaximumRetryAttempts", 0, 2) is { } attempts)
            config["MaximumRetryAttempts"] = attempts;
        if (call.Input.OptionalLong("MaximumEventAgeInSeconds", 60, 21_600) is { } age)
            config["MaximumEventAgeInSeconds"] = age;
        foreach (var ending in (string[])["OnSuccess", "OnFailure"])
            if (call.Input.OptionalObject("DestinationConfig")?.OptionalObject(ending)?.Optional("Destination") is { Length: > 0 } destination
                && !destination.StartsWith("arn:", StringComparison.Ordinal))
                throw LambdaErrors.InvalidParameter($"The provided destination config DestinationConfig({ending}) is invalid.");
        config["DestinationConfig"] = call.Input.Has("DestinationConfig") ? call.Input.Body["DestinationConfig"]!.DeepClone() : new JsonObject { ["OnSuccess"] = new JsonObject(), ["OnFailure"] = new JsonObject() };
        return config;
    }

    private static JsonObject Require(JsonObject function) => function[Member] as JsonObject
        ?? throw LambdaErrors.NotFound($"The function {(string?)function["Configuration"]!["FunctionArn"]}:$LATEST doesn't have an EventInvokeConfig");
}
