using FinOps.Core.Inventory.Similarity;

namespace FinOps.Core.Inventory.Fixes;

/// <param name="Key">As it should be written; values of all its spellings are compared together.</param>
public sealed record ValueClusters(string Key, IReadOnlyList<SpellingCluster> Clusters);
