using FinOps.Core.Inventory.Counting;

namespace FinOps.Functions.TagInventory;

/// <summary>Resources that never had a tag, which the Tagging API does not list.</summary>
/// <param name="From">Who told of them.</param>
/// <param name="Resources">The sum of either list; at least so many, where something could not be seen.</param>
public sealed record NeverTagged(string From, int Resources, IReadOnlyList<PlaceCount> Accounts, IReadOnlyList<PlaceCount> Types);
