using FinOps.Core.Costs;

namespace FinOps.Functions.TagInventory;

/// <summary>What the bill says about keys.</summary>
/// <param name="Period">Usage of these days, amortized.</param>
/// <param name="Keys">Keys that were asked for.</param>
/// <param name="NotActive">Keys of the tag standard that are not activated for cost allocation: the bill cannot say what carries them.</param>
/// <param name="NotAsked">Activated keys that were not asked for, because each costs a Cost Explorer request.</param>
public sealed record SpendSummary(DateRange Period, IReadOnlyList<KeySpendRow> Keys, IReadOnlyList<string> NotActive, IReadOnlyList<string> NotAsked)
{
    public static SpendSummary Nothing(DateRange period) => new(period, [], [], []);
}

/// <param name="Untagged">Usage without any value of the key, what cannot carry a tag among it.</param>
public sealed record KeySpendRow(string Key, Money Tagged, Money Untagged)
{
    public Money Total => Tagged + Untagged;
}
