using System.Text.Json.Nodes;
using FinOps.Core.Costs;
using FinOps.LocalAws.CostExplorer.Expressions;
using FinOps.LocalAws.CostExplorer.Input;
using FinOps.LocalAws.CostExplorer.Tags;

namespace FinOps.LocalAws.CostExplorer.Anomalies;

/// <summary>Create, update, delete and get anomaly monitors.</summary>
internal sealed class MonitorOperations(CostExplorerState state)
{
    private const int MaximumCustom = 500;
    private const int DefaultPageSize = 100;
    private static readonly string[] Dimensions = ["SERVICE", "LINKED_ACCOUNT", "TAG", "COST_CATEGORY"];

    public JsonObject Create(CostExplorerCall call)
    {
        var input = call.Input.Object("AnomalyMonitor", required: true);
        var tags = ResourceTags.Read(call.Input);
        var name = input?.RequiredText("MonitorName", min: 1, max: 1024);
        var type = input?.Choice("MonitorType", ["DIMENSIONAL", "CUSTOM"], required: true);
        var dimension = input?.Choice("MonitorDimension", Dimensions);
        call.Input.Check();
        var specification = input!.Object("MonitorSpecification");
        Validate(type!, dimension, specification?.Json);

        var arn = state.NewArn("anomalymonitor");
        var monitor = new JsonObject
        {
            ["MonitorArn"] = arn,
            ["MonitorName"] = name,
            ["MonitorType"] = type,
            ["CreationDate"] = ApiTime.Of(call.Now),
            ["LastUpdatedDate"] = ApiTime.Of(call.Now),
            ["LastEvaluatedDate"] = ApiTime.Of(state.Today),
        };
        if (dimension is not null)
            monitor["MonitorDimension"] = dimension;
        if (specification is not null)
            monitor["MonitorSpecification"] = specification.Json.DeepClone();
        return state.Store.Write(session =>
        {
            var existing = MonitorStore.All(session);
            if (type == "DIMENSIONAL" && dimension is "SERVICE" or "LINKED_ACCOUNT" && existing.Any(other => Text(other, "MonitorDimension") == dimension))
                throw CostExplorerErrors.LimitExceeded("Limit exceeded on dimensional spend monitor creation");
            if (type == "CUSTOM" && existing.Count(other => Text(other, "MonitorType") == "CUSTOM") >= MaximumCustom)
                throw CostExplorerErrors.LimitExceeded("Limit exceeded on custom spend monitor creation");
            MonitorStore.Put(session, arn, monitor);
            ResourceTags.Set(session, arn, tags);
            return new JsonObject { ["MonitorArn"] = arn };
        });
    }

    public JsonObject Update(CostExplorerCall call)
    {
        var arn = call.Input.RequiredText("MonitorArn");
        var name = call.Input.Text("MonitorName", min: 1, max: 1024);
        call.Input.Check();
        return state.Store.Write(session =>
        {
            var monitor = MonitorStore.Get(session, arn);
            if (name is not null)
                monitor["MonitorName"] = name;
            monitor["LastUpdatedDate"] = ApiTime.Of(call.Now);
            MonitorStore.Put(session, arn, monitor);
            return new JsonObject { ["MonitorArn"] = arn };
        });
    }

    /// <summary>Subscriptions lose the monitor; one that watched nothing else goes with it.</summary>
    public JsonObject Delete(CostExplorerCall call)
    {
        var arn = call.Input.RequiredText("MonitorArn");
        call.Input.Check();
        return state.Store.Write(session =>
        {
            MonitorStore.Get(session, arn);
            MonitorStore.Delete(session, arn);
            ResourceTags.Forget(session, arn);
            foreach (var subscription in SubscriptionStore.All(session))
                SubscriptionOperations.RemoveMonitor(session, subscription, arn);
            return new JsonObject();
        });
    }

    public JsonObject Get(CostExplorerCall call)
    {
        var arns = call.Input.Texts("MonitorArnList");
        var size = call.Input.Integer("MaxResults", min: 1) ?? DefaultPageSize;
        call.Input.Check();
        var monitors = state.Store.Read(session => arns.Count == 0
            ? MonitorStore.All(session)
            : [.. arns.Select(arn => MonitorStore.Get(session, arn))]);
        var page = Page<JsonObject>.Of(monitors, size, "GetAnomalyMonitors", call.Json, "NextPageToken");
        foreach (var monitor in page.Items)
            if (Text(monitor, "MonitorType") == "DIMENSIONAL")
                monitor["DimensionalValueCount"] = CountValues(call, monitor);
        var output = new JsonObject { ["AnomalyMonitors"] = new JsonArray([.. page.Items]) };
        page.WriteToken(output, "NextPageToken");
        return output;
    }

    private static void Validate(string type, string? dimension, JsonObject? specification)
    {
        var expression = specification is null ? null : new ExpressionParser(
            type == "CUSTOM" ? ExpressionGrammar.Monitor : ExpressionGrammar.MonitorKey).Parse(specification);
        if (type == "CUSTOM" && (expression is null || dimension is not null))
            throw CostExplorerErrors.Validation("A monitor of type CUSTOM needs MonitorSpecification, and no MonitorDimension.");
        if (type == "DIMENSIONAL" && dimension is null)
            throw CostExplorerErrors.Validation("A monitor of type DIMENSIONAL needs MonitorDimension.");
        var needsKey = dimension is "TAG" or "COST_CATEGORY";
        if (type == "DIMENSIONAL" && needsKey != expression is not null)
            throw CostExplorerErrors.Validation("MonitorSpecification names the key of a TAG or COST_CATEGORY monitor, and is not allowed for other dimensions.");
        foreach (var leaf in type == "CUSTOM" ? expression!.Leaves() : [])
            if (leaf.Values.Count > (leaf.Kind == LeafKind.CostCategory ? 1 : 10))
                throw CostExplorerErrors.Validation("A monitor of type CUSTOM can watch up to 10 accounts, up to 10 values of a tag, or one value of a cost category.");
    }

    private int CountValues(CostExplorerCall call, JsonObject monitor)
    {
        var month = new DateRange(state.Today.AddDays(-30), state.Today);
        return MonitorScope.Of(monitor).Values(state.View(call.Context), month).Count();
    }

    private static string? Text(JsonObject monitor, string member) => monitor[member]?.GetValue<string>();
}
