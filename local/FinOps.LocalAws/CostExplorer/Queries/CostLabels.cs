using FinOps.LocalAws.CostExplorer.Categories;

namespace FinOps.LocalAws.CostExplorer.Queries;

/// <summary>What callers have made visible in the rows: active cost allocation tags, and cost categories by name.</summary>
internal sealed record CostLabels(IReadOnlySet<string> ActiveTagKeys, IReadOnlyDictionary<string, CostCategory> Categories);
