namespace FinOps.Core.Costs.Analysis;

/// <summary>How much of the cost of resources has an owner, and where the rest comes from. Amortized cost, resource usage only, month to date.</summary>
/// <param name="TagKey">The key whose value names the owner.</param>
/// <param name="Values">Every value that the bill has, dearest first; the empty one is "no tag".</param>
/// <param name="ShareBefore">The allocated share in the same days of the month before; null when nothing was spent then.</param>
public sealed record Allocation(
    string TagKey,
    IReadOnlyList<AllocationValue> Values,
    decimal? ShareBefore,
    IReadOnlyList<AllocationDriver> Accounts,
    IReadOnlyList<AllocationDriver> Services,
    string Currency)
{
    public Money Total { get; } = Money.Sum(Values.Select(value => value.Cost.Current), Currency);

    public Money Allocated { get; } = Money.Sum(Values.Where(value => value.Verdict.IsAllocated).Select(value => value.Cost.Current), Currency);

    public Money Unallocated => Total - Allocated;

    /// <summary>The part of the unallocated cost that has a tag, but one that the standard does not allow.</summary>
    public Money Invalid { get; } = Money.Sum(
        Values.Where(value => !value.Verdict.IsAllocated && value.Cost.Key.Length > 0).Select(value => value.Cost.Current), Currency);

    public Money Missing => Unallocated - Invalid;

    /// <summary>Null when nothing was spent.</summary>
    public decimal? Share => Allocated.ShareOf(Total);

    /// <summary>Values that are not allowed, dearest first.</summary>
    public IEnumerable<AllocationValue> InvalidValues => Values.Where(value => !value.Verdict.IsAllocated && value.Cost.Key.Length > 0);

    /// <summary>True when money was spent and none of it carries the tag: the tag is then most likely not activated for cost allocation.</summary>
    public bool TagSeemsInactive => !Total.IsZero && Values.All(value => value.Cost.Key.Length == 0);
}
