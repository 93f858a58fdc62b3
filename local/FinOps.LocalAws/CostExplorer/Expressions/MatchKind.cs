namespace FinOps.LocalAws.CostExplorer.Expressions;

internal enum MatchKind
{
    Equal,
    Absent,
    StartsWith,
    EndsWith,
    Contains,
    GreaterThanOrEqual,
}
