namespace FinOps.Core.Compliance.Counting;

/// <summary>Resources that are alike in everything that is counted, each part as a number of its list.</summary>
internal readonly record struct CellKey(int Account, int Region, int Type, int Team, int Shape);
