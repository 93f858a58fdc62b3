using System.Text.Json.Nodes;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Rows;
using FinOps.LocalAws.CostExplorer.Expressions;
using FinOps.LocalAws.CostExplorer.Queries;

namespace FinOps.LocalAws.CostExplorer.Anomalies;

/// <summary>What a monitor watches: every value of a key on its own, or one set of costs in aggregate.</summary>
/// <param name="Key">The watched key; null for a custom monitor.</param>
/// <param name="Filter">The watched costs of a custom monitor.</param>
internal sealed record MonitorScope(CostGrouping? Key, CostExpression? Filter)
{
    public static MonitorScope Of(JsonObject monitor)
    {
        var specification = monitor["MonitorSpecification"]?.AsObject();
        if (monitor["MonitorType"]!.GetValue<string>() == "CUSTOM")
            return new MonitorScope(null, new ExpressionParser(ExpressionGrammar.Monitor).Parse(specification!));
        return monitor["MonitorDimension"]!.GetValue<string>() switch
        {
            "TAG" => new MonitorScope(new CostGrouping(LeafKind.Tag, KeyIn(specification!)), null),
            "COST_CATEGORY" => new MonitorScope(new CostGrouping(LeafKind.CostCategory, KeyIn(specification!)), null),
            var dimension => new MonitorScope(new CostGrouping(LeafKind.Dimension, dimension), null),
        };
    }

    /// <summary>The values that had costs.</summary>
    public IEnumerable<string> Values(CostView view, DateRange days) => Key is null
        ? []
        : CostEvaluator.Evaluate(new CostQuery([days], [], Filter, [Key]), view).Groups.Select(group => WithoutKey(group.Keys[0])).Where(value => value.Length > 0);

    /// <summary>The value under which the monitor sees a cost; empty for a custom monitor; null when it does not watch the cost.</summary>
    public string? ValueOf(CostView view, CostLineItem item, DateOnly day)
    {
        if (Filter is not null)
            return view.Matches(Filter, item, day) ? "" : null;
        var value = WithoutKey(Key!.KeyOf(view, item, day));
        return value.Length > 0 ? value : null;
    }

    private string WithoutKey(string groupKey) => Key!.Kind == LeafKind.Dimension ? groupKey : groupKey[(Key.Key.Length + 1)..];

    private static string KeyIn(JsonObject specification) =>
        new ExpressionParser(ExpressionGrammar.MonitorKey).Parse(specification).Leaves().First().Key;
}
