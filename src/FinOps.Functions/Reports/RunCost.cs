using FinOps.Core.Costs;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Reports;

/// <summary>What the report itself cost.</summary>
/// <param name="Requests">Answered requests by service.</param>
/// <param name="BytesRead">Bodies of the answers, as far as AWS said their length.</param>
public sealed record RunCost(IReadOnlyDictionary<string, int> Requests, TimeSpan Elapsed, long BytesRead)
{
    public const string CostExplorerService = "Cost Explorer";

    /// <summary>AWS charges 0.01 USD for every answered Cost Explorer request, each page being one; the other APIs in use are free.</summary>
    public const decimal CostExplorerRequestPrice = 0.01m;

    /// <summary>Of one report without further tags, when every answer has one page.</summary>
    public const int LeastCostExplorerRequests = 3;

    public int CostExplorerRequests => Requests.GetValueOrDefault(CostExplorerService);

    /// <summary>In one line: <c>3 Cost Explorer requests, 0.03 USD</c>.</summary>
    public string Words => $"{Figures.Count(CostExplorerRequests, "Cost Explorer request")}, {Price}";

    public Money Price => Money.Usd(CostExplorerRequests * CostExplorerRequestPrice);
}
