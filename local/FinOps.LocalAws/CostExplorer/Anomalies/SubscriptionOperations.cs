using System.Text.Json.Nodes;
using FinOps.LocalAws.CostExplorer.Input;
using FinOps.LocalAws.CostExplorer.Tags;
using FinOps.LocalAws.Storage;

namespace FinOps.LocalAws.CostExplorer.Anomalies;

/// <summary>Create, update, delete and get anomaly subscriptions.</summary>
internal sealed class SubscriptionOperations(CostExplorerState state)
{
    private const int DefaultPageSize = 100;
    private static readonly string[] Members = ["SubscriptionName", "MonitorArnList", "Subscribers", "Frequency", "Threshold", "ThresholdExpression"];

    public JsonObject Create(CostExplorerCall call)
    {
        var input = call.Input.Object("AnomalySubscription", required: true);
        var tags = ResourceTags.Read(call.Input);
        call.Input.Check();
        SubscriptionInput.Validate(input!);
        var arn = state.NewArn("anomalysubscription");
        var subscription = new JsonObject { ["SubscriptionArn"] = arn, ["AccountId"] = call.Context.AccountId };
        Copy(input!.Json, subscription);
        return state.Store.Write(session =>
        {
            RequireMonitors(session, subscription);
            SubscriptionStore.Put(session, arn, subscription);
            ResourceTags.Set(session, arn, tags);
            return new JsonObject { ["SubscriptionArn"] = arn };
        });
    }

    public JsonObject Update(CostExplorerCall call)
    {
        var arn = call.Input.RequiredText("SubscriptionArn");
        call.Input.Check();
        return state.Store.Write(session =>
        {
            var subscription = SubscriptionStore.Get(session, arn);
            // A new threshold of one kind replaces one of the other kind.
            if (call.Json["Threshold"] is not null)
                subscription.Remove("ThresholdExpression");
            if (call.Json["ThresholdExpression"] is not null)
                subscription.Remove("Threshold");
            Copy(call.Json, subscription);
            SubscriptionInput.Validate(new RequestInput(subscription));
            RequireMonitors(session, subscription);
            SubscriptionStore.Put(session, arn, subscription);
            return new JsonObject { ["SubscriptionArn"] = arn };
        });
    }

    public JsonObject Delete(CostExplorerCall call)
    {
        var arn = call.Input.RequiredText("SubscriptionArn");
        call.Input.Check();
        return state.Store.Write(session =>
        {
            SubscriptionStore.Get(session, arn);
            Remove(session, arn);
            return new JsonObject();
        });
    }

    public JsonObject Get(CostExplorerCall call)
    {
        var arns = call.Input.Texts("SubscriptionArnList");
        var monitor = call.Input.Text("MonitorArn");
        var size = call.Input.Integer("MaxResults", min: 1) ?? DefaultPageSize;
        call.Input.Check();
        var subscriptions = state.Store.Read(session => arns.Count == 0
                ? SubscriptionStore.All(session)
                : [.. arns.Select(arn => SubscriptionStore.Get(session, arn))])
            .Where(subscription => monitor is null || Monitors(subscription).Contains(monitor)).ToList();
        var page = Page<JsonObject>.Of(subscriptions, size, "GetAnomalySubscriptions", call.Json, "NextPageToken");
        var output = new JsonObject { ["AnomalySubscriptions"] = new JsonArray([.. page.Items]) };
        page.WriteToken(output, "NextPageToken");
        return output;
    }

    /// <summary>Takes a deleted monitor out; a subscription that watched nothing else is deleted.</summary>
    public static void RemoveMonitor(StoreSession session, JsonObject subscription, string monitorArn)
    {
        var monitors = Monitors(subscription);
        if (!monitors.Remove(monitorArn))
            return;
        var arn = subscription["SubscriptionArn"]!.GetValue<string>();
        if (monitors.Count == 0)
        {
            Remove(session, arn);
            return;
        }
        subscription["MonitorArnList"] = new JsonArray([.. monitors.Select(monitor => JsonValue.Create(monitor))]);
        SubscriptionStore.Put(session, arn, subscription);
    }

    private static void Remove(StoreSession session, string arn)
    {
        SubscriptionStore.Delete(session, arn);
        ResourceTags.Forget(session, arn);
    }

    private static void RequireMonitors(StoreSession session, JsonObject subscription)
    {
        foreach (var monitor in Monitors(subscription))
            MonitorStore.Get(session, monitor);
    }

    private static void Copy(JsonObject from, JsonObject to)
    {
        foreach (var member in Members)
            if (from[member] is { } value)
                to[member] = value.DeepClone();
    }

    private static List<string> Monitors(JsonObject subscription) =>
        [.. subscription["MonitorArnList"]!.AsArray().Select(monitor => monitor!.GetValue<string>())];
}
