using FinOps.Core.Costs.Rows;

namespace FinOps.LocalAws.CostExplorer.Queries;

/// <summary>The answer to a query.</summary>
/// <param name="Groups">In the order of their keys; exactly one, without keys, for a query without grouping.</param>
internal sealed record CostAnswer(CostQuery Query, IReadOnlyList<CostGroup> Groups)
{
    /// <summary>In US dollars, or in units of usage.</summary>
    public static decimal Amount(long sum) => sum / (decimal)CostSeries.Scale;
}
