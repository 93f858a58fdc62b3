using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:scheduler/schedule:Schedule; the id is <c>group/name</c>.</summary>
internal sealed class Schedule(AwsSession aws) : IResourceHandler
{
    private static readonly JsonShape _target = new(
        ("capacityProviderStrategies", "CapacityProviderStrategy"), ("eventbridgeParameters", "EventBridgeParameters"), ("placementStrategies", "PlacementStrategy"),
        ("sagemakerPipelineParameters", "SageMakerPipelineParameters"), ("pipelineParameters", "PipelineParameterList"), ("enableEcsManagedTags", "EnableECSManagedTags"));

    private static readonly string[] Definitions =
        ["actionAfterCompletion", "description", "flexibleTimeWindow", "groupName", "kmsKeyArn", "scheduleExpression", "scheduleExpressionTimezone", "state", "target"];

    private static readonly string[] Times = ["startDate", "endDate"];

    private static readonly PropertyMap _defaults = Applied.ParseDefaults("""
        {
          "actionAfterCompletion": "NONE", "groupName": "default", "scheduleExpressionTimezone": "UTC", "state": "ENABLED",
          "target": {"retryPolicy": {"maximumEventAgeInSeconds": 86400, "maximumRetryAttempts": 185}}
        }
        """);

    public PropertyMap Defaults(ResourceCall call) => _defaults;

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var created = SendAsync(call, "CreateSchedule", HttpMethod.Post, Definition(call.Inputs), cancellationToken);
        return await created.Unless("Conflict") ? Result(call.Inputs, (string)(await created)["ScheduleArn"]!) : await UpdateAsync(call, cancellationToken);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken) =>
        Result(call.Inputs, (string)(await SendAsync(call, "UpdateSchedule", HttpMethod.Put, Definition(call.Inputs), cancellationToken))["ScheduleArn"]!);

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
        var told = AnswerReader.Read(call, answer, _target, Definitions);
        foreach (var time in Times)
            told = told.Set(time, Time(call.Inputs.TextOf(time), (double?)answer[char.ToUpperInvariant(time[0]) + time[1..]]));
        return Result(named.Inputs, (string)answer["Arn"]!).Reading(told);
    }

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, HttpMethod method, JsonObject? input, CancellationToken cancellationToken) => aws.Client.RestJsonAsync(
        AwsApi.Scheduler, call.Region, operation, method, $"/schedules/{Uri.EscapeDataString(call.Inputs.RequiredText("name"))}", input, cancellationToken,
        input is null ? [new("groupName", Group(call.Inputs))] : []);

    private static JsonObject Definition(PropertyMap inputs)
    {
        var schedule = _target.Object(inputs, Definitions);
        foreach (var time in Times)
            if (inputs.TextOf(time) is { } text)
                schedule[char.ToUpperInvariant(time[0]) + time[1..]] = Seconds(text);
        return schedule;
    }

    private static long Seconds(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeSeconds();

    /// <summary>The declared text where it means the same second.</summary>
    private static PropertyValue Time(string? declared, double? seconds) => seconds switch
    {
        null => PropertyValue.Null,
        _ when declared is not null && Seconds(declared) == (long)seconds => declared,
        _ => DateTimeOffset.FromUnixTimeSeconds((long)seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };

    private static string Group(PropertyMap inputs) => inputs.TextOf("groupName") ?? "default";

    private static Applied Result(PropertyMap inputs, string arn) => Applied.Of(
        $"{Group(inputs)}/{inputs.RequiredText("name")}",
        ("arn", arn),
        ("groupName", Group(inputs)));
}
