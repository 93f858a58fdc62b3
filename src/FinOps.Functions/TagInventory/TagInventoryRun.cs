using FinOps.Core.Inventory.Fixes;

namespace FinOps.Functions.TagInventory;

/// <summary>The report, and the fixes that it tells of, by account, region, ARN and key.</summary>
public sealed record TagInventoryRun(TagInventoryReport Report, IReadOnlyList<TagFix> Fixes);
