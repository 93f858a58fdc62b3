namespace FinOps.Core.Costs.Categories;

/// <summary>Shares the cost of one value of a category among others.</summary>
/// <param name="Source">The value whose cost is shared.</param>
/// <param name="Targets">Who takes part, in the order of <paramref name="Percentages"/>.</param>
/// <param name="Percentages">One for each target, together 100; empty unless the method is <see cref="SplitMethod.Fixed"/>.</param>
public sealed record SplitCharge(string Source, SplitMethod Method, IReadOnlyList<string> Targets, IReadOnlyList<decimal> Percentages);
