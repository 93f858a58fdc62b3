using FinOps.Core.Costs;

namespace FinOps.Core.Inventory.Spending;

/// <summary>What the bill says about one cost allocation tag.</summary>
/// <param name="Values">Cost by value; a value that is not there has cost nothing.</param>
/// <param name="Untagged">Cost that carries no value of the key, charges that cannot carry a tag among it.</param>
public sealed record KeySpend(string Key, IReadOnlyDictionary<string, Money> Values, Money Untagged)
{
    public Money Tagged => Money.Sum(Values.Values, Untagged.Currency);

    public Money Total => Tagged + Untagged;
}
