using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:scheduler/schedule:Schedule; the id is <c>group/name</c>.</summary>
internal sealed class Schedule(AwsSession aws) : IResourceHandler
{
    private static readonly JsonShape _target = new(
        ("capacityProviderStrategies", "CapacityProviderStrategy"), ("eventbridgeParameters", "EventBridgeParameters"), ("placementStrategies", "PlacementStrategy"),
        ("sagemakerPipelineParameters", "SageMakerPipelineParameters"), ("pipelineParameters", "PipelineParameterList"), ("enableEcsManagedTags", "EnableECSManagedTags"));

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var created = SendAsync(call, "CreateSchedule", HttpMethod.Post, Definition(call.Inputs), cancellationToken);
        return await created.Unless("Conflict") ? Result(call.Inputs, await created) : await UpdateAsync(call, cancellationToken);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken) =>
        Result(call.Inputs, await SendAsync(call, "UpdateSchedule", HttpMethod.Put, Definition(call.Inputs), cancellationToken));

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SendAsync(call, "DeleteSchedule", HttpMethod.Delete, null, cancellationToken).Unless("ResourceNotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var parts = call.Id.Split('/', 2);
        var named = call with { Inputs = call.Inputs.Set("groupName", parts[0]).Set("name", parts[^1]) };
        var live = SendAsync(named, "GetSchedule", HttpMethod.Get, null, cancellationToken);
        if (!await live.Unless("ResourceNotFound"))
            return null;
        var answer = await live;
        return Applied.Of(call.Id, ("name", parts[^1]), ("groupName", parts[0]), ("arn", (string)answer["Arn"]!), ("scheduleExpression", (string)answer["ScheduleExpression"]!));
    }

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, HttpMethod method, JsonObject? input, CancellationToken cancellationToken) => aws.Client.RestJsonAsync(
        AwsApi.Scheduler, call.Region, operation, method, $"/schedules/{Uri.EscapeDataString(call.Inputs.RequiredText("name"))}", input, cancellationToken,
        input is null ? [new("groupName", Group(call.Inputs))] : []);

    private static JsonObject Definition(PropertyMap inputs)
    {
        var schedule = _target.Object(inputs,
            "actionAfterCompletion", "description", "flexibleTimeWindow", "groupName", "kmsKeyArn", "scheduleExpression", "scheduleExpressionTimezone", "state", "target");
        foreach (var time in new[] { "startDate", "endDate" })
            if (inputs.TextOf(time) is { } text)
                schedule[char.ToUpperInvariant(time[0]) + time[1..]] = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeSeconds();
        return schedule;
    }

    private static string Group(PropertyMap inputs) => inputs.TextOf("groupName") ?? "default";

    private static Applied Result(PropertyMap inputs, JsonObject answer) => Applied.Of(
        $"{Group(inputs)}/{inputs.RequiredText("name")}",
        ("arn", (string)answer["ScheduleArn"]!),
        ("groupName", Group(inputs)));
}
