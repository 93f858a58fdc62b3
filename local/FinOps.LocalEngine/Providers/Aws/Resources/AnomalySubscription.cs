using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:costexplorer/anomalySubscription:AnomalySubscription.</summary>
internal sealed class AnomalySubscription(AwsSession aws) : IResourceHandler
{
    private static readonly JsonShape _shape = new(("name", "SubscriptionName"), ("monitorArnLists", "MonitorArnList"));

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var name = call.Inputs.RequiredText("name");
        var subscriptions = await aws.PagesAsync(AwsApi.CostExplorer, "GetAnomalySubscriptions", [], "AnomalySubscriptions", cancellationToken, "NextPageToken", "NextPageToken");
        if (subscriptions.Find(subscription => (string?)subscription["SubscriptionName"] == name) is { } leftover)
            return await UpdateAsync(call with { Id = (string)leftover["SubscriptionArn"]! }, cancellationToken);

        var input = new JsonObject { ["AnomalySubscription"] = Definition(call.Inputs) };
        var answer = await aws.JsonAsync(AwsApi.CostExplorer, "CreateAnomalySubscription", input.WithTags(call), cancellationToken);
        return await ResultAsync((string)answer["SubscriptionArn"]!, call, cancellationToken);
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var input = Definition(call.Inputs);
        input["SubscriptionArn"] = call.Id;
        await aws.JsonAsync(AwsApi.CostExplorer, "UpdateAnomalySubscription", input, cancellationToken);
        await aws.SynchronizeTagsAsync(call.Id, call, cancellationToken);
        return await ResultAsync(call.Id, call, cancellationToken);
    }

    public async Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        await aws.JsonAsync(AwsApi.CostExplorer, "DeleteAnomalySubscription", new JsonObject { ["SubscriptionArn"] = call.Id }, cancellationToken).Unless("UnknownSubscription");
    }

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        try
        {
            var found = await aws.PagesAsync(AwsApi.CostExplorer, "GetAnomalySubscriptions", new JsonObject { ["SubscriptionArnList"] = new JsonArray(call.Id) }, "AnomalySubscriptions", cancellationToken, "NextPageToken", "NextPageToken");
            return found is [var subscription, ..]
                ? (await ResultAsync(call.Id, call, cancellationToken)).Reading(
                    AnswerReader.Read(call, subscription, _shape, "name", "frequency", "monitorArnLists", "subscribers")
                        .SetAll(AnswerReader.Read(call, subscription, CostExplorerShapes.Expression, "thresholdExpression")),
                    tags: await aws.CostTagsAsync(call.Id, cancellationToken))
                : null;
        }
        catch (AwsCallException refusal) when (refusal.Is("UnknownSubscription"))
        {
            return null;
        }
    }

    private static JsonObject Definition(PropertyMap inputs)
    {
        var subscription = new JsonObject
        {
            ["SubscriptionName"] = inputs.RequiredText("name"),
            ["Frequency"] = inputs.RequiredText("frequency"),
            ["MonitorArnList"] = JsonShape.Texts(inputs.TextsOf("monitorArnLists")),
            ["Subscribers"] = new JsonArray([.. inputs.ObjectsOf("subscribers").Select(subscriber => JsonShape.Plain.Object(subscriber))]),
        };
        if (inputs.ObjectOf("thresholdExpression") is { } threshold)
            subscription["ThresholdExpression"] = CostExplorerShapes.Expression.Object(threshold);
        return subscription;
    }

    private async Task<Applied> ResultAsync(string arn, ResourceCall call, CancellationToken cancellationToken) => Applied.Of(
        arn,
        ("arn", arn),
        ("accountId", call.Inputs.TextOf("accountId") ?? (await aws.IdentityAsync(cancellationToken)).AccountId));
}
