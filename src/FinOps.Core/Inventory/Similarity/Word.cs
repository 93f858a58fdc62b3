using FinOps.Core.Costs;

namespace FinOps.Core.Inventory.Similarity;

/// <summary>A key, or a value of one key, as it is written, and how much it is used.</summary>
/// <param name="Resources">0 for a word that the standard allows and nobody uses.</param>
/// <param name="Spend">What carries it costs; null where the bill cannot say.</param>
public sealed record Word(string Text, int Resources, Money? Spend = null);
