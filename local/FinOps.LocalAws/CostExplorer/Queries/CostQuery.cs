using FinOps.Core.Costs;
using FinOps.Core.Costs.Rows;
using FinOps.LocalAws.CostExplorer.Expressions;

namespace FinOps.LocalAws.CostExplorer.Queries;

/// <summary>One question to the cost rows.</summary>
/// <param name="Periods">Consecutive parts of the time asked for, each answered on its own.</param>
/// <param name="GroupBy">At most two keys; none asks for totals.</param>
internal sealed record CostQuery(
    IReadOnlyList<DateRange> Periods,
    IReadOnlyList<CostMetric> Metrics,
    CostExpression? Filter,
    IReadOnlyList<CostGrouping> GroupBy)
{
    public DateRange Range => new(Periods[0].Start, Periods[^1].End);

    /// <summary>Names of the cost categories that the answer depends on.</summary>
    public IEnumerable<string> Categories => (Filter?.Leaves() ?? [])
        .Where(leaf => leaf.Kind == LeafKind.CostCategory).Select(leaf => leaf.Key)
        .Concat(GroupBy.Where(grouping => grouping.Kind == LeafKind.CostCategory).Select(grouping => grouping.Key));
}
