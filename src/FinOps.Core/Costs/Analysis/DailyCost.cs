namespace FinOps.Core.Costs.Analysis;

/// <param name="Bill">All charges, unblended.</param>
/// <param name="Usage">Resource usage, amortized.</param>
/// <param name="IsSettled">False for the last days, which are still expected to change.</param>
public sealed record DailyCost(DateOnly Day, Money Bill, Money Usage, bool IsSettled);
