using System.Collections.Frozen;
using System.Text.Json.Nodes;
using FinOps.LocalAws.CostExplorer.Anomalies;
using FinOps.LocalAws.CostExplorer.Categories;
using FinOps.LocalAws.CostExplorer.Commitments;
using FinOps.LocalAws.CostExplorer.Forecasts;
using FinOps.LocalAws.CostExplorer.Input;
using FinOps.LocalAws.CostExplorer.Queries;
using FinOps.LocalAws.CostExplorer.Tags;
using FinOps.LocalAws.Services.Recommendations;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.CostExplorer;

/// <summary>Cost Explorer over the synthetic organization's rows.</summary>
internal sealed class CostExplorerService : IJsonService
{
    private readonly FrozenDictionary<string, Func<CostExplorerCall, JsonObject>> _operations;

    public CostExplorerService(CostExplorerState state)
    {
        var values = new ValueQueries(state);
        var tags = new AllocationTags(state);
        var backfills = new TagBackfills(state);
        var resourceTags = new ResourceTags(state);
        var categories = new CategoryOperations(state);
        var monitors = new MonitorOperations(state);
        var subscriptions = new SubscriptionOperations(state);
        var anomalies = new AnomalyQueries(state);
        var plans = new SavingsPlansQueries(state);
        _operations = new Dictionary<string, Func<CostExplorerCall, JsonObject>>
        {
            ["GetCostAndUsage"] = new CostAndUsage(state).Get,
            ["GetCostAndUsageWithResources"] = new CostAndUsage(state).GetWithResources,
            ["GetSavingsPlansCoverage"] = plans.GetCoverage,
            ["GetSavingsPlansUtilization"] = plans.GetUtilization,
            ["GetReservationCoverage"] = SavingsPlansQueries.GetReservations,
            ["GetReservationUtilization"] = SavingsPlansQueries.GetReservations,
            ["GetRightsizingRecommendation"] = new RightsizingQueries(state, new AdviceCatalog(state.Organization)).Get,
            ["GetDimensionValues"] = values.GetDimensionValues,
            ["GetTags"] = values.GetTags,
            ["GetCostCategories"] = values.GetCostCategories,
            ["GetCostForecast"] = new ForecastQueries(state).Get,
            ["ListCostAllocationTags"] = tags.List,
            ["UpdateCostAllocationTagsStatus"] = tags.UpdateStatus,
            ["StartCostAllocationTagBackfill"] = backfills.Start,
            ["ListCostAllocationTagBackfillHistory"] = backfills.List,
            ["CreateCostCategoryDefinition"] = categories.Create,
            ["UpdateCostCategoryDefinition"] = categories.Update,
            ["DeleteCostCategoryDefinition"] = categories.Delete,
            ["DescribeCostCategoryDefinition"] = categories.Describe,
            ["ListCostCategoryDefinitions"] = categories.List,
            ["CreateAnomalyMonitor"] = monitors.Create,
            ["UpdateAnomalyMonitor"] = monitors.Update,
            ["DeleteAnomalyMonitor"] = monitors.Delete,
            ["GetAnomalyMonitors"] = monitors.Get,
            ["CreateAnomalySubscription"] = subscriptions.Create,
            ["UpdateAnomalySubscription"] = subscriptions.Update,
            ["DeleteAnomalySubscription"] = subscriptions.Delete,
            ["GetAnomalySubscriptions"] = subscriptions.Get,
            ["GetAnomalies"] = anomalies.Get,
            ["ProvideAnomalyFeedback"] = anomalies.ProvideFeedback,
            ["TagResource"] = resourceTags.Tag,
            ["UntagResource"] = resourceTags.Untag,
            ["ListTagsForResource"] = resourceTags.List,
        }.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public string SigningName => "ce";

    public string TargetPrefix => "AWSInsightsIndexService";

    public string JsonVersion => "1.1";

    public Task<JsonNode> HandleAsync(string operation, JsonObject input, CallContext context) => _operations.TryGetValue(operation, out var handler)
        ? Task.FromResult<JsonNode>(handler(new CostExplorerCall(new RequestInput(input), context)))
        : throw JsonProtocol.UnknownOperation(operation);
}
