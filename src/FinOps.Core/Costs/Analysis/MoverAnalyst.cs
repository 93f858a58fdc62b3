namespace FinOps.Core.Costs.Analysis;

internal static class MoverAnalyst
{
    /// <summary>What passed the gates, largest movement first, whichever its direction.</summary>
    public static IReadOnlyList<Mover> Analyse(
        CostDimension dimension,
        IEnumerable<CostCell> cells,
        Func<CostCell, string> key,
        Func<string, string> label,
        ReportPeriods periods,
        MoverGates gates,
        string currency) =>
        [.. cells
            .Where(cell => periods.RecentWeek.Contains(cell.Day) || periods.WeekBefore.Contains(cell.Day))
            .GroupBy(key, StringComparer.Ordinal)
            .Select(group => new Mover(
                dimension,
                group.Key,
                label(group.Key),
                Money.Sum(group.Where(cell => periods.WeekBefore.Contains(cell.Day)).Select(cell => cell.Amounts.Amortized), currency),
                Money.Sum(group.Where(cell => periods.RecentWeek.Contains(cell.Day)).Select(cell => cell.Amounts.Amortized), currency)))
            .Where(gates.Pass)
            .OrderByDescending(mover => mover.Change.Abs())
            .ThenBy(mover => mover.Key, StringComparer.Ordinal)];
}
