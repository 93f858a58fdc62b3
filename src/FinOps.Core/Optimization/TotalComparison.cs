using FinOps.Core.Costs;

namespace FinOps.Core.Optimization;

/// <summary>AWS's total beside ours. Aws + Elsewhere - SetAside + Remainder = Ours, to the last digit.</summary>
/// <param name="Elsewhere">Ours, that Cost Optimization Hub does not know.</param>
/// <param name="SetAside">What decisions keep out of ours.</param>
/// <param name="Remainder">What is left: AWS de-duplicates by rules of its own, and at another moment.</param>
public sealed record TotalComparison(Money Aws, Money Ours, Money Elsewhere, Money SetAside, Money Remainder);
