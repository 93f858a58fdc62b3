namespace FinOps.Functions.Lambda;

/// <summary>What may be asked of the cost history. All of it is optional; the words are those of <see cref="History.HistorySettings"/>.</summary>
/// <param name="From">First month, as 2025-11.</param>
/// <param name="To">Last month.</param>
/// <param name="By">What to cut by: service, account, tag:Team...</param>
/// <param name="Granularity">monthly or daily.</param>
/// <param name="Deliver">False to compute only.</param>
/// <param name="Run">Names the run; the invocation's request id when absent.</param>
internal sealed record HistoricalCostAnalyzerEvent(string? From, string? To, string? By, string? Metric, string? Granularity, bool? Deliver, string? Run);
