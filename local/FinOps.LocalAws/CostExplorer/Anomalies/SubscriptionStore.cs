using System.Text.Json.Nodes;
using FinOps.LocalAws.CostExplorer.Input;
using FinOps.LocalAws.Storage;

namespace FinOps.LocalAws.CostExplorer.Anomalies;

/// <summary>Anomaly subscriptions by ARN, in the shape of the API.</summary>
internal static class SubscriptionStore
{
    private const string Collection = "ce.anomaly-subscriptions";

    public static IReadOnlyList<JsonObject> All(StoreSession session) => [.. session.List(Collection).Select(item => item.Value)];

    public static JsonObject? Find(StoreSession session, string arn) => session.Get(Collection, arn);

    /// <exception cref="Wire.AwsError">UnknownSubscriptionException.</exception>
    public static JsonObject Get(StoreSession session, string arn) => Find(session, arn) ?? throw CostExplorerErrors.UnknownSubscription(arn);

    public static void Put(StoreSession session, string arn, JsonObject subscription) => session.Put(Collection, arn, subscription);

    public static void Delete(StoreSession session, string arn) => session.Delete(Collection, arn);
}
