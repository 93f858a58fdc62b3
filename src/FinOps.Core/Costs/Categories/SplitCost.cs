namespace FinOps.Core.Costs.Categories;

/// <summary>What split charges make of the cost of one value.</summary>
/// <param name="Direct">Before any split.</param>
/// <param name="Given">What it gave to others.</param>
/// <param name="Received">What it got from others.</param>
public sealed record SplitCost(Money Direct, Money Given, Money Received)
{
    public Money Total => Direct - Given + Received;
}
