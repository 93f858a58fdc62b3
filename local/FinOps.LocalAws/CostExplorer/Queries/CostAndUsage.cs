using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalAws.CostExplorer.Expressions;
using FinOps.LocalAws.CostExplorer.Input;

namespace FinOps.LocalAws.CostExplorer.Queries;

/// <summary>GetCostAndUsage, and GetCostAndUsageWithResources for the last days.</summary>
internal sealed class CostAndUsage(CostExplorerState state)
{
    private const int ResourceDays = 14;

    public JsonObject Get(CostExplorerCall call) => Answer(call, "GetCostAndUsage", withResources: false);

    public JsonObject GetWithResources(CostExplorerCall call) => Answer(call, "GetCostAndUsageWithResources", withResources: true);

    private JsonObject Answer(CostExplorerCall call, string operation, bool withResources)
    {
        var input = call.Input;
        var granularity = input.Choice("Granularity", QueryTime.Granularities, required: true);
        var metricNames = input.Texts("Metrics", required: true, min: 1);
        var period = input.Object("TimePeriod", required: true);
        input.Text("NextPageToken", max: 8192);
        input.Object("Filter", required: withResources);
        input.Check();
        var range = QueryTime.Read(period!, granularity, state.Today);
        if (withResources && range.Start < state.Today.AddDays(-ResourceDays))
            throw CostExplorerErrors.Validation($"Start date is too old: resource-level data is available for the last {ResourceDays} days.");
        var query = new CostQuery(
            QueryTime.Split(range, granularity),
            MetricNames.Parse(metricNames),
            call.Filter(withResources ? ExpressionGrammar.Resources : ExpressionGrammar.Query),
            GroupByInput.Read(input, withResources));
        return Write(CostEvaluator.Evaluate(query, state.View(call.Context)), input.Json, operation);
    }

    private JsonObject Write(CostAnswer answer, JsonObject input, string operation)
    {
        var query = answer.Query;
        var page = Page<(int Period, CostGroup? Group)>.Of(
            [.. Enumerable.Range(0, query.Periods.Count).SelectMany(period => Lines(answer, period))], state.PageSize, operation, input, "NextPageToken");
        var results = page.Items.GroupBy(line => line.Period)
            .Select(lines => Result(answer, lines.Key, lines.Select(line => line.Group).OfType<CostGroup>()));
        var output = new JsonObject
        {
            ["GroupDefinitions"] = new JsonArray([.. query.GroupBy.Select(grouping => new JsonObject { ["Type"] = grouping.ApiType, ["Key"] = grouping.Key })]),
            ["ResultsByTime"] = new JsonArray([.. results]),
            ["DimensionValueAttributes"] = Attributes(query, page.Items.Select(line => line.Group).OfType<CostGroup>()),
        };
        page.WriteToken(output, "NextPageToken");
        return output;
    }

    // What counts towards a page: each group of a period, or the period itself where it has no groups. A period can spread over several pages.
    private static IEnumerable<(int Period, CostGroup? Group)> Lines(CostAnswer answer, int period)
    {
        var groups = answer.Query.GroupBy.Count == 0 ? [] : answer.Groups.Where(group => group.IsIn(period)).ToList();
        return groups.Count == 0 ? [(period, null)] : groups.Select(group => (period, (CostGroup?)group));
    }

    private JsonObject Result(CostAnswer answer, int period, IEnumerable<CostGroup> groups)
    {
        var range = answer.Query.Periods[period];
        var isTotal = answer.Query.GroupBy.Count == 0;
        return new JsonObject
        {
            ["TimePeriod"] = new JsonObject { ["Start"] = ApiTime.Date(range.Start), ["End"] = ApiTime.Date(range.End) },
            ["Total"] = isTotal ? Metrics(answer.Query, answer.Groups[0], period) : new JsonObject(),
            ["Groups"] = new JsonArray([.. groups.Select(group => new JsonObject
            {
                ["Keys"] = new JsonArray([.. group.Keys.Select(key => JsonValue.Create(key))]),
                ["Metrics"] = Metrics(answer.Query, group, period),
            })]),
            ["Estimated"] = range.End > state.Table.EstimatedFrom,
        };
    }

    private static JsonObject Metrics(CostQuery query, CostGroup group, int period)
    {
        var metrics = new JsonObject();
        for (var metric = 0; metric < query.Metrics.Count; metric++)
            metrics[MetricNames.NameOf(query.Metrics[metric])] = new JsonObject
            {
                ["Amount"] = Text(group.Sum(period, metric)),
                ["Unit"] = MetricNames.UnitOf(query.Metrics[metric], group),
            };
        return metrics;
    }

    /// <summary>A sum in millionths as the API writes amounts: a plain decimal number without padding.</summary>
    internal static string Text(long sum) => CostAnswer.Amount(sum).ToString("0.############", CultureInfo.InvariantCulture);

    private JsonArray Attributes(CostQuery query, IEnumerable<CostGroup> groups)
    {
        var position = query.GroupBy.ToList().FindIndex(grouping => grouping is { Kind: LeafKind.Dimension, Key: "LINKED_ACCOUNT" });
        if (position < 0)
            return [];
        return [.. groups.Select(group => group.Keys[position]).Distinct().Order(StringComparer.Ordinal).Select(state.AccountAttributes)];
    }
}
