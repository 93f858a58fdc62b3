namespace FinOps.LocalAws.CostExplorer.Expressions;

internal enum LeafKind
{
    Dimension,
    Tag,
    CostCategory,
}
