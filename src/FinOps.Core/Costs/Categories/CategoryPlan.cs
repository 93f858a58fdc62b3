namespace FinOps.Core.Costs.Categories;

/// <summary>A cost category as it is to be declared. Made and checked by <see cref="CategoryPlanner"/>.</summary>
/// <param name="Rules">In the order in which they are tried.</param>
/// <param name="DefaultValue">The value of what no rule matches.</param>
/// <param name="EffectiveStart">The first month that the category covers; null leaves it to AWS, which takes the current one.</param>
public sealed record CategoryPlan(
    string Name,
    IReadOnlyList<CategoryRule> Rules,
    string DefaultValue,
    BillingMonth? EffectiveStart,
    IReadOnlyList<SplitCharge> Splits);
