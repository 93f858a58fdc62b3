namespace FinOps.Functions.Lambda;

/// <summary>What an invocation answers.</summary>
/// <param name="Report">s3:// addresses of the files, the page first.</param>
/// <param name="Page">A link that opens the page without signing in; null when nothing was stored.</param>
/// <param name="PageOpenUntil">When the link ends, at the latest.</param>
/// <param name="Total">Of all months and groups, in <paramref name="Currency"/>.</param>
/// <param name="CostUsd">What the Cost Explorer requests cost.</param>
internal sealed record HistoricalCostAnalyzerResult(
    IReadOnlyList<string> Report, string? Page, DateTimeOffset? PageOpenUntil, decimal Total, string Currency, int CostExplorerRequests, decimal CostUsd, IReadOnlyList<string> NotSeen);
