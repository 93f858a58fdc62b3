using FinOps.Core.Costs;

namespace FinOps.Core.Optimization.Commitments;

/// <summary>How well one kind of commitment was used, and how much of the usage that it could cover it did, in one period.</summary>
/// <param name="Kind">Savings plans or reservations.</param>
/// <param name="Committed">Null without utilization.</param>
/// <param name="Used">Of the commitment.</param>
/// <param name="NetSavings">Against on-demand prices, less what was committed and not used.</param>
/// <param name="Covered">Spend, at on-demand prices, that commitments paid for; null where AWS gives only hours.</param>
/// <param name="OnDemand">Spend that they could have paid for and did not.</param>
/// <param name="Coverage">1 for all; of spend for plans, of hours for reservations.</param>
public sealed record CommitmentUse(string Kind, DateRange Period, Money? Committed, Money? Used, decimal? Utilization, Money? NetSavings, Money? Covered, Money? OnDemand, decimal? Coverage)
{
    public Money? Unused => Committed - Used;
}
