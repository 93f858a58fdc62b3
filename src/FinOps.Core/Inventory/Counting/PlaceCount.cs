namespace FinOps.Core.Inventory.Counting;

/// <param name="Name">An account id, a region or a resource type.</param>
/// <param name="Untagged">Those of them without any tag that people or programs of the organization set.</param>
public sealed record PlaceCount(string Name, int Resources, int Untagged);
