using FinOps.Core.Costs;

namespace FinOps.Functions.Responder.Gathering;

/// <summary>What a scope's cost is made of, largest first.</summary>
/// <param name="Total">All of it; the services add up to it, and so do the accounts.</param>
/// <param name="IsWhole">False when reading ended before the last page: the total is then too small, and so may the parts be.</param>
internal sealed record CostDrivers(DateRange Days, Money Total, IReadOnlyList<CostDriver> Services, IReadOnlyList<CostDriver> Accounts, bool IsWhole);

internal sealed record CostDriver(string Name, Money Amount);
