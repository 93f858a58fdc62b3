using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:scheduler/scheduleGroup:ScheduleGroup.</summary>
internal sealed class ScheduleGroup(AwsSession aws) : IResourceHandler
{
    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var name = call.Inputs.RequiredText("name");
        var input = new JsonObject { ["Tags"] = JsonShape.Tags(call.Tags) };
        await SendAsync(call, "CreateScheduleGroup", HttpMethod.Post, Path(name), input, cancellationToken).Unless("Conflict");
        return await UpdateAsync(call with { Id = name }, cancellationToken);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = await SendAsync(call, "GetScheduleGroup", HttpMethod.Get, Path(call.Id), null, cancellationToken);
        var tags = $"/tags/{Uri.EscapeDataString((string)live["Arn"]!)}";
        if (call.OldInputs.Count > 0 && call.TagsToSet.Count > 0)
            await SendAsync(call, "TagResource", HttpMethod.Post, tags, new JsonObject { ["Tags"] = JsonShape.Tags(call.TagsToSet) }, cancellationToken);
        if (call.TagsToRemove.Count > 0)
            await SendAsync(call, "UntagResource", HttpMethod.Delete, tags, null, cancellationToken, [.. call.TagsToRemove.Select(key => KeyValuePair.Create("TagKeys", key))]);
        return Result(call.Id, live);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SendAsync(call, "DeleteScheduleGroup", HttpMethod.Delete, Path(call.Id), null, cancellationToken).Unless("ResourceNotFound");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = SendAsync(call, "GetScheduleGroup", HttpMethod.Get, Path(call.Id), null, cancellationToken);
        if (!await live.Unless("ResourceNotFound"))
            return null;
        var tags = await SendAsync(call, "ListTagsForResource", HttpMethod.Get, $"/tags/{Uri.EscapeDataString((string)(await live)["Arn"]!)}", null, cancellationToken);
        return Result(call.Id, await live).Reading(PropertyMap.Empty, LiveTags.OfList(tags["Tags"]));
    }

    private Task<JsonObject> SendAsync(ResourceCall call, string operation, HttpMethod method, string path, JsonObject? input, CancellationToken cancellationToken, params KeyValuePair<string, string>[] query) =>
        aws.Client.RestJsonAsync(AwsApi.Scheduler, call.Region, operation, method, path, input, cancellationToken, query);

    private static string Path(string name) => $"/schedule-groups/{Uri.EscapeDataString(name)}";

    private static Applied Result(string name, JsonObject live) => Applied.Of(name, ("name", name), ("arn", (string)live["Arn"]!), ("state", (string?)live["State"] ?? "ACTIVE"));
}
