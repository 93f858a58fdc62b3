namespace FinOps.Core.Costs.Analysis;

/// <summary>One account or service among those that hold the unallocated cost, largest first.</summary>
/// <param name="Unallocated">Its part of the unallocated cost, month to date.</param>
/// <param name="Share">That part as a share of all unallocated cost; null when the whole is zero.</param>
/// <param name="CumulativeShare">This row and all before it: where the curve passes 0.8, the work that pays ends.</param>
/// <param name="ShareOfOwnCost">How much of what this account or service costs is unallocated.</param>
public sealed record AllocationDriver(
    string Key, string Label, Money Unallocated, decimal? Share, decimal? CumulativeShare, decimal? ShareOfOwnCost)
{
    /// <summary>The known owner of most of what is allocated there, who is the first to ask; null when there is none.</summary>
    public string? SuggestedOwner { get; init; }
}
