using System.Text.Json.Nodes;
using FinOps.LocalAws.CostExplorer.Input;
using FinOps.LocalAws.Storage;

namespace FinOps.LocalAws.CostExplorer.Anomalies;

/// <summary>Anomaly monitors by ARN, in the shape of the API.</summary>
internal static class MonitorStore
{
    private const string Collection = "ce.anomaly-monitors";

    public static IReadOnlyList<JsonObject> All(StoreSession session) => [.. session.List(Collection).Select(item => item.Value)];

    public static JsonObject? Find(StoreSession session, string arn) => session.Get(Collection, arn);

    /// <exception cref="Wire.AwsError">UnknownMonitorException.</exception>
    public static JsonObject Get(StoreSession session, string arn) => Find(session, arn) ?? throw CostExplorerErrors.UnknownMonitor(arn);

    public static void Put(StoreSession session, string arn, JsonObject monitor) => session.Put(Collection, arn, monitor);

    public static void Delete(StoreSession session, string arn) => session.Delete(Collection, arn);
}
