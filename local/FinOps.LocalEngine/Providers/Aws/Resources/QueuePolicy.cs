using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:sqs/queuePolicy:QueuePolicy; the id is the queue's URL. An empty policy takes it away.</summary>
internal sealed class QueuePolicy(AwsSession aws) : IResourceHandler
{
    public Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken) => UpdateAsync(call, cancellationToken);

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var url = call.Inputs.RequiredText("queueUrl");
        await SetAsync(call, url, PolicyDocument.Text(call.Inputs.Find("policy")), cancellationToken);
        return Applied.Of(url);
    }

    public Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken) =>
        SetAsync(call, call.Id, "", cancellationToken).Unless("QueueDoesNotExist", "NonExistentQueue");

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var live = aws.JsonAsync(AwsApi.Sqs, "GetQueueAttributes", new JsonObject { ["QueueUrl"] = call.Id, ["AttributeNames"] = new JsonArray("Policy") }, cancellationToken, call.Region);
        return await live.Unless("QueueDoesNotExist", "NonExistentQueue") && (string?)(await live)["Attributes"]?["Policy"] is { Length: > 0 } policy
            ? Applied.Of(call.Id).Reading(PropertyMap.Of(("policy", policy)))
            : null;
    }

    private Task<JsonObject> SetAsync(ResourceCall call, string url, string policy, CancellationToken cancellationToken) => aws.JsonAsync(
        AwsApi.Sqs, "SetQueueAttributes", new JsonObject { ["QueueUrl"] = url, ["Attributes"] = new JsonObject { ["Policy"] = policy } }, cancellationToken, call.Region);
}
