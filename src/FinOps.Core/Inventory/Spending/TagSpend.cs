using FinOps.Core.Costs;

namespace FinOps.Core.Inventory.Spending;

/// <summary>
/// Cost by tag, for the keys that the bill knows. A key that is not activated for cost allocation, or was not asked for, has no amount at
/// all: that is not the same as zero.
/// </summary>
/// <param name="Keys">By key, letter case kept.</param>
public sealed record TagSpend(DateRange Period, IReadOnlyDictionary<string, KeySpend> Keys)
{
    /// <summary>What carries the key; null when the bill cannot say.</summary>
    public Money? Of(string key) => Keys.GetValueOrDefault(key)?.Tagged;

    /// <summary>What carries the key with this value; null when the bill cannot say.</summary>
    public Money? Of(string key, string value) =>
        Keys.GetValueOrDefault(key) is { } spend ? spend.Values.GetValueOrDefault(value, Money.Zero(spend.Untagged.Currency)) : null;
}
