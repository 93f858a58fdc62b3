using FinOps.Core.Costs;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>Usage of the last thirty complete days, by account and region.</summary>
/// <param name="Places">The most expensive first; places where nothing runs are none.</param>
/// <param name="AccountNames">By id, as far as the bill has them.</param>
internal sealed record Spend(Money Total, IReadOnlyList<Place> Places, IReadOnlyDictionary<string, string> AccountNames);
