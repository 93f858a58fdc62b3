namespace FinOps.Core.Costs.Analysis;

/// <summary>Whose movement is looked for, and what it may hang on.</summary>
/// <param name="Key">Which part a cell belongs to.</param>
/// <param name="Driver">What a person reads for the other key of the cell.</param>
internal sealed record MoverQuestion(
    CostDimension Dimension,
    IReadOnlyList<CostCell> Cells,
    Func<CostCell, string> Key,
    Func<string, string> Label,
    Func<CostCell, string> Driver);
