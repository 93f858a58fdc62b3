using System.Text.Json.Nodes;
using FinOps.Core.Costs.Rows;
using FinOps.LocalAws.CostExplorer.Expressions;
using FinOps.LocalAws.CostExplorer.Input;

namespace FinOps.LocalAws.CostExplorer.Queries;

/// <summary>GetDimensionValues, GetTags and GetCostCategories: which values occur in the rows of a time period.</summary>
internal sealed class ValueQueries(CostExplorerState state)
{
    private const int DefaultPageSize = 1_000;

    public JsonObject GetDimensionValues(CostExplorerCall call)
    {
        call.Input.Choice("Context", ["COST_AND_USAGE", "RESERVATIONS", "SAVINGS_PLANS"]);
        var key = call.Input.RequiredText("Dimension");
        call.Input.Check();
        if (!CostDimension.Keys.Contains(key))
            throw CostExplorerErrors.Validation($"Dimension {key} is not allowed.");
        var values = Values(call, new CostGrouping(LeafKind.Dimension, key), prefix: "");
        var page = Page<string>.Of(values, PageSize(call), "GetDimensionValues", call.Json, "NextPageToken");
        return Finish(page, values, new JsonObject
        {
            ["DimensionValues"] = new JsonArray([.. page.Items.Select(value => key == "LINKED_ACCOUNT"
                ? state.AccountAttributes(value)
                : new JsonObject { ["Value"] = value, ["Attributes"] = new JsonObject() })]),
        });
    }

    /// <summary>Without TagKey the active keys that occur, with it the key's values; rows without the tag give the value "".</summary>
    public JsonObject GetTags(CostExplorerCall call)
    {
        var key = call.Input.Text("TagKey", max: 1024);
        call.Input.Check();
        var values = key is null ? OccurringKeys(call) : Values(call, new CostGrouping(LeafKind.Tag, key), $"{key}$");
        var page = Page<string>.Of(values, PageSize(call), "GetTags", call.Json, "NextPageToken");
        return Finish(page, values, new JsonObject { ["Tags"] = Texts(page.Items) });
    }

    public JsonObject GetCostCategories(CostExplorerCall call)
    {
        var name = call.Input.Text("CostCategoryName", min: 1, max: 50);
        call.Input.Check();
        var values = name is null
            ? Search(call, state.View(call.Context).Categories.Keys.Order(StringComparer.Ordinal))
            : Values(call, new CostGrouping(LeafKind.CostCategory, name), $"{name}$");
        if (name is null)
            ReadRange(call);
        var page = Page<string>.Of(values, PageSize(call), "GetCostCategories", call.Json, "NextPageToken");
        return Finish(page, values, new JsonObject { [name is null ? "CostCategoryNames" : "CostCategoryValues"] = Texts(page.Items) });
    }

    private List<string> OccurringKeys(CostExplorerCall call) =>
        Search(call, state.View(call.Context).ActiveTagKeys.Order(StringComparer.Ordinal)
            .Where(key => Answer(call, new CostGrouping(LeafKind.Tag, key), []).Groups.Any(group => group.Keys[0].Length > key.Length + 1)));

    private List<string> Values(CostExplorerCall call, CostGrouping grouping, string prefix)
    {
        var sort = call.Input.Objects("SortBy", max: 1);
        var metrics = sort.Count == 0 ? [] : MetricNames.Parse([sort[0].RequiredText("Key")]);
        var order = sort.Count == 0 ? null : sort[0].Choice("SortOrder", ["ASCENDING", "DESCENDING"]);
        call.Input.Check();
        IEnumerable<CostGroup> groups = Answer(call, grouping, metrics).Groups;
        if (metrics.Count > 0)
            groups = order == "ASCENDING" ? groups.OrderBy(group => group.Sum(0, 0)) : groups.OrderByDescending(group => group.Sum(0, 0));
        return Search(call, groups.Select(group => group.Keys[0][prefix.Length..]));
    }

    private CostAnswer Answer(CostExplorerCall call, CostGrouping grouping, IReadOnlyList<CostMetric> metrics) =>
        CostEvaluator.Evaluate(new CostQuery([ReadRange(call)], metrics, call.Filter(ExpressionGrammar.Query), [grouping]), state.View(call.Context));

    private Core.Costs.DateRange ReadRange(CostExplorerCall call)
    {
        var period = call.Input.Object("TimePeriod", required: true);
        call.Input.Check();
        return QueryTime.Read(period!, granularity: null, state.Today);
    }

    private static List<string> Search(CostExplorerCall call, IEnumerable<string> values)
    {
        var search = call.Input.Text("SearchString", max: 1024) ?? "";
        return [.. values.Where(value => value.Contains(search, StringComparison.OrdinalIgnoreCase))];
    }

    private static int PageSize(CostExplorerCall call)
    {
        var size = call.Input.Integer("MaxResults", min: 1) ?? DefaultPageSize;
        call.Input.Check();
        return Math.Min(size, DefaultPageSize);
    }

    private static JsonObject Finish(Page<string> page, List<string> all, JsonObject output)
    {
        output["ReturnSize"] = page.Items.Count;
        output["TotalSize"] = all.Count;
        page.WriteToken(output, "NextPageToken");
        return output;
    }

    private static JsonArray Texts(IEnumerable<string> values) => [.. values.Select(value => JsonValue.Create(value))];
}
