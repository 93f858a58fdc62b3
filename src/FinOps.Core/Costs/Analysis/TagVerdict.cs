namespace FinOps.Core.Costs.Analysis;

/// <summary>Whether a tag value says who owns a cost.</summary>
/// <param name="Reason">Why not, in words; null when it does.</param>
/// <param name="Suggestion">The value that was probably meant, or null.</param>
/// <param name="Owner">Where the owner can be reached, or null when the standard does not say.</param>
public sealed record TagVerdict(bool IsAllocated, string? Reason, string? Suggestion, string? Owner)
{
    public static TagVerdict Allocated(string? owner) => new(true, null, null, owner);

    public static TagVerdict Unallocated(string reason, string? suggestion = null) => new(false, reason, suggestion, null);
}
