using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:costexplorer/anomalyMonitor:AnomalyMonitor. The API allows equal names, so a leftover is looked for before creating.</summary>
internal sealed class AnomalyMonitor(AwsSession aws) : IResourceHandler
{
    private static readonly JsonShape _shape = new(("name", "MonitorName"));

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var name = call.Inputs.RequiredText("name");
        var monitors = await aws.PagesAsync(AwsApi.CostExplorer, "GetAnomalyMonitors", [], "AnomalyMonitors", cancellationToken, "NextPageToken", "NextPageToken");
        if (monitors.Find(monitor => (string?)monitor["MonitorName"] == name && (string?)monitor["MonitorType"] == call.Inputs.TextOf("monitorType")) is { } leftover)
            return await UpdateAsync(call with { Id = (string)leftover["MonitorArn"]! }, cancellationToken);

        var monitor = JsonShape.Plain.Object(call.Inputs, "monitorType", "monitorDimension");
        monitor["MonitorName"] = name;
        if (call.Inputs.TextOf("monitorSpecification") is { } specification)
            monitor["MonitorSpecification"] = WithoutNulls(JsonNode.Parse(specification));
        var answer = await aws.JsonAsync(AwsApi.CostExplorer, "CreateAnomalyMonitor", new JsonObject { ["AnomalyMonitor"] = monitor }.WithTags(call), cancellationToken);
        return Result((string)answer["MonitorArn"]!);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        await aws.JsonAsync(AwsApi.CostExplorer, "UpdateAnomalyMonitor", new JsonObject { ["MonitorArn"] = call.Id, ["MonitorName"] = call.Inputs.RequiredText("name") }, cancellationToken);
        await aws.SynchronizeTagsAsync(call.Id, call, cancellationToken);
        return Result(call.Id);
    }

    public async Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        await aws.JsonAsync(AwsApi.CostExplorer, "DeleteAnomalyMonitor", new JsonObject { ["MonitorArn"] = call.Id }, cancellationToken).Unless("UnknownMonitor");
    }

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        try
        {
            var found = await aws.PagesAsync(AwsApi.CostExplorer, "GetAnomalyMonitors", new JsonObject { ["MonitorArnList"] = new JsonArray(call.Id) }, "AnomalyMonitors", cancellationToken, "NextPageToken", "NextPageToken");
            return found is [var monitor, ..]
                ? Result(call.Id).Reading(
                    AnswerReader.Read(call, monitor, _shape, "name", "monitorType", "monitorDimension", "monitorSpecification"),
                    tags: await aws.CostTagsAsync(call.Id, cancellationToken))
                : null;
        }
        catch (AwsCallException refusal) when (refusal.Is("UnknownMonitor"))
        {
            return null;
        }
    }

    private static Applied Result(string arn) => Applied.Of(arn, ("arn", arn));

    /// <summary>The provider's own example writes null for every unused key; the API has no such keys.</summary>
    private static JsonNode? WithoutNulls(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject nested:
                foreach (var name in nested.Where(member => member.Value is null).Select(member => member.Key).ToList())
                    nested.Remove(name);
                foreach (var (_, value) in nested)
                    WithoutNulls(value);
                break;
            case JsonArray items:
                foreach (var item in items)
                    WithoutNulls(item);
                break;
        }
        return node;
    }
}
