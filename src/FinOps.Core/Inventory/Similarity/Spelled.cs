namespace FinOps.Core.Inventory.Similarity;

/// <param name="Edits">Letters between the two when the difference is a typo, else 0.</param>
public sealed record Spelled(Word Word, Difference Difference, int Edits = 0);
