namespace FinOps.Core.Costs.Anomalies;

/// <summary>A cost that is higher than its own past explains, seen by AWS, by the report, or by both.</summary>
/// <param name="Id">AWS's id, or one made of owner, service and first day.</param>
/// <param name="AccountLabel">The account's name, or its id; null when nobody knows which it was.</param>
/// <param name="OwnerTag">Value of the allocation tag that the excess carries; empty for none, null when nobody knows.</param>
/// <param name="Owner">Where the owner can be reached, as far as the standard says.</param>
/// <param name="Impact">Actual minus expected.</param>
/// <param name="Expected">Null when AWS saw it alone and did not say.</param>
/// <param name="IsOngoing">The last settled day was still unusual.</param>
/// <param name="Feedback">What somebody told AWS about it: YES, NO or PLANNED_ACTIVITY.</param>
public sealed record CostAnomaly(
    string Id,
    AnomalySource Source,
    DateOnly First,
    DateOnly Last,
    string? Service,
    string? AccountId,
    string? AccountLabel,
    string? Region,
    string? UsageType,
    string? OwnerTag,
    string? Owner,
    Money Impact,
    Money? Expected,
    bool IsOngoing,
    string? Feedback)
{
    /// <summary>0.5 for half as much again; null when nothing was expected.</summary>
    public decimal? Ratio => Expected is { } expected ? Impact.ShareOf(expected.Abs()) : null;

    /// <summary>Nobody has said yet that it was wrong or planned.</summary>
    public bool IsOpen => Feedback is null or "YES";
}
