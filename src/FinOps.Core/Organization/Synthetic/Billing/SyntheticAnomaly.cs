using FinOps.Core.Costs;

namespace FinOps.Core.Organization.Synthetic.Billing;

/// <summary>An unusual cost that was put into the bill on purpose.</summary>
/// <param name="Id">A UUID, as Cost Anomaly Detection uses.</param>
/// <param name="Days">The days with unusual cost.</param>
/// <param name="ActualCost">Unblended cost of those days.</param>
/// <param name="ExpectedCost">What the same days would have cost.</param>
/// <param name="LargestDailyImpact">The largest difference of a single day.</param>
/// <param name="IsOngoing">Yesterday was still unusual.</param>
public sealed record SyntheticAnomaly(
    string Id,
    SyntheticAccount Account,
    string Service,
    string Region,
    string UsageType,
    DateRange Days,
    Money ActualCost,
    Money ExpectedCost,
    Money LargestDailyImpact,
    bool IsOngoing)
{
    public Money Impact => ActualCost - ExpectedCost;
}
