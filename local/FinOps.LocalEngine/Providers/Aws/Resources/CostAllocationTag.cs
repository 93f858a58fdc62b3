using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>
/// aws:costexplorer/costAllocationTag:CostAllocationTag. Deleting leaves the status alone: deactivating a key would take
/// the tag out of every bill from then on, which no teardown of a stack may do.
/// </summary>
internal sealed class CostAllocationTag(AwsSession aws) : IResourceHandler
{
    public Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken) => UpdateAsync(call, cancellationToken);

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var key = call.Inputs.RequiredText("tagKey");
        var request = new AwsRequest(AwsApi.CostExplorer, "UpdateCostAllocationTagsStatus", HttpMethod.Post, "/", call.Region);
        var answer = await aws.JsonAsync(AwsApi.CostExplorer, request.Operation, new JsonObject
        {
            ["CostAllocationTagsStatus"] = new JsonArray(new JsonObject { ["TagKey"] = key, ["Status"] = call.Inputs.RequiredText("status") }),
        }, cancellationToken);
        // Errors for single keys come under HTTP 200.
        if (answer["Errors"] is JsonArray { Count: > 0 } errors)
            throw new AwsCallException(request, System.Net.HttpStatusCode.OK, (string?)errors[0]!["Code"] ?? "Error", $"{key}: {(string?)errors[0]!["Message"]}");
        return await ReadAsync(call with { Id = key }, cancellationToken) ?? Applied.Of(key);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var found = await aws.PagesAsync(AwsApi.CostExplorer, "ListCostAllocationTags", new JsonObject { ["TagKeys"] = new JsonArray(call.Id) }, "CostAllocationTags", cancellationToken);
        return found is [var tag, ..]
            ? Applied.Of(call.Id, ("type", (string)tag["Type"]!)).Reading(AnswerReader.Read(call, tag, JsonShape.Plain, "tagKey", "status"))
            : null;
    }
}
