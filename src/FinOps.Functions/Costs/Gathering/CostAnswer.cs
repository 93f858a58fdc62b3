using FinOps.Core.Costs.Analysis;

namespace FinOps.Functions.Costs.Gathering;

/// <summary>All pages of one Cost Explorer question.</summary>
/// <param name="Currency">Null when there was no amount at all.</param>
/// <param name="Names">Names that AWS gave for keys, for example of accounts.</param>
internal sealed record CostAnswer(
    IReadOnlyList<CostCell> Cells, string? Currency, IReadOnlyDictionary<string, string> Names, IReadOnlySet<DateOnly> EstimatedDays);
