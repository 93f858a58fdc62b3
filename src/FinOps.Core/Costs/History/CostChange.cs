namespace FinOps.Core.Costs.History;

/// <summary>One amount against an earlier one.</summary>
public sealed record CostChange(Money Before, Money After)
{
    public Money Amount => After - Before;

    /// <summary>Null where nothing, or less than nothing, was spent before: a percentage of that means nothing.</summary>
    public decimal? Ratio => Before.Amount <= 0 ? null : Amount.Amount / Before.Amount;
}
