using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:cloudwatch/eventTarget:EventTarget; the id is <c>rule-target</c>. Putting a target replaces the one of that id.</summary>
internal sealed class EventTarget(AwsSession aws) : IResourceHandler
{
    private static readonly string[] Definition = ["arn", "deadLetterConfig", "input", "inputPath", "retryPolicy", "roleArn"];
    private static readonly JsonShape _shape = new(("inputPaths", "InputPathsMap"));

    public Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken) => UpdateAsync(call, cancellationToken);

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var (rule, id) = Key(call);
        var target = JsonShape.Plain.Object(call.Inputs, Definition);
        target["Id"] = id;
        if (call.Inputs.ObjectOf("inputTransformer") is { } transformer)
        {
            // The keys of the map are the user's own and keep their case.
            target["InputTransformer"] = new JsonObject
            {
                ["InputPathsMap"] = JsonShape.TextMap(transformer.TextMapOf("inputPaths")),
                ["InputTemplate"] = transformer.RequiredText("inputTemplate"),
            };
        }

        await SendAsync(call, "PutTargets", new JsonObject { ["Rule"] = rule, ["Targets"] = new JsonArray(target) }, cancellationToken);
        return Applied.Of($"{rule}-{id}");
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var (rule, id) = Key(call);
        return SendAsync(call, "RemoveTargets", new JsonObject { ["Rule"] = rule, ["Ids"] = new JsonArray(id) }, cancellationToken).Unless("ResourceNotFound");
    }

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var (rule, id) = Key(call);
        var live = SendAsync(call, "ListTargetsByRule", new JsonObject { ["Rule"] = rule }, cancellationToken);
        if (!await live.Unless("ResourceNotFound"))
            return null;
        return (await live)["Targets"]!.AsArray().FirstOrDefault(target => (string?)target!["Id"] == id) is { } found
            ? Applied.Of(call.Id).Reading(AnswerReader.Read(call, found, _shape, ["inputTransformer", .. Definition]))
            : null;
    }

    private static (string Rule, string Id) Key(ResourceCall call) => (call.Inputs.RequiredText("rule"), call.Inputs.RequiredText("targetId"));

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, JsonObject input, CancellationToken cancellationToken) =>
        aws.JsonAsync(AwsApi.Events, operation, input, cancellationToken, call.Region);
}
