using FinOps.Core.Costs;

namespace FinOps.Core.Optimization;

/// <summary>A share of the total.</summary>
/// <param name="Key">What the opportunities of the part have in common.</param>
public sealed record SavingPart(string Key, Money MonthlySaving, int Count);
