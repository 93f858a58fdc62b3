namespace FinOps.Core.Costs.Reviews;

/// <summary>What an earlier run left for this one.</summary>
/// <param name="Week">ISO week, as 2026-W47.</param>
/// <param name="Day">"Today" of that run.</param>
/// <param name="AllocatedShare">Null when nothing was spent.</param>
public sealed record EarlierReview(string Week, DateOnly Day, decimal? AllocatedShare, Money Unallocated, IReadOnlyList<ReviewAction> Actions);
