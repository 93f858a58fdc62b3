using FinOps.Core.Inventory.Fixes;

namespace FinOps.Functions.TagFixes;

/// <param name="Detail">What was found instead, or what AWS said; empty when there is nothing to add.</param>
public sealed record FixOutcome(TagFix Fix, FixState State, string Detail = "");
