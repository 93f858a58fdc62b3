using FinOps.Core.Costs;

namespace FinOps.Core.Optimization;

/// <summary>The de-duplicated totals that Cost Optimization Hub itself gives.</summary>
/// <param name="Usage">Of every action but purchases; null when the hub did not give it.</param>
/// <param name="Purchases">Of purchases alone.</param>
public sealed record HubTotals(Money? Usage, Money? Purchases);
