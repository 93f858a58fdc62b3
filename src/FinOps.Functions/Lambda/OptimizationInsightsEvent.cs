namespace FinOps.Functions.Lambda;

/// <summary>What may be asked of the report of opportunities. All of it is optional.</summary>
/// <param name="Deliver">False to compute only: nothing is stored or mailed, and the ledger stays as it is.</param>
/// <param name="Run">Names the run; the invocation's request id when absent.</param>
internal sealed record OptimizationInsightsEvent(bool? Deliver, string? Run);
