namespace FinOps.Core.Costs.Analysis;

internal static class MoverAnalyst
{
    /// <summary>What passed the gates, largest movement first, whichever its direction.</summary>
    public static IReadOnlyList<Mover> Analyse(MoverQuestion question, MoverSpan span, ReportPeriods periods, MoverGates gates, string currency)
    {
        var (after, before) = span == MoverSpan.Week ? (periods.RecentWeek, periods.WeekBefore) : (periods.CurrentComparable, periods.SameDaysBefore);
        return
        [
            .. question.Cells
                .Where(cell => after.Contains(cell.Day) || before.Contains(cell.Day))
                .GroupBy(question.Key, StringComparer.Ordinal)
                .Select(group => new Mover(question.Dimension, group.Key, question.Label(group.Key), Sum(group, before), Sum(group, after))
                {
                    Span = span,
                    Drivers = [.. group
                        .GroupBy(question.Driver, StringComparer.Ordinal)
                        .Select(part => new MoverDriver(part.Key, Sum(part, after) - Sum(part, before)))
                        .Where(part => !part.Change.IsZero)
                        .OrderByDescending(part => part.Change.Abs())
                        .ThenBy(part => part.Label, StringComparer.Ordinal)],
                })
                .Where(gates.Pass)
                .OrderByDescending(mover => mover.Change.Abs())
                .ThenBy(mover => mover.Key, StringComparer.Ordinal),
        ];

        Money Sum(IEnumerable<CostCell> cells, DateRange days) =>
            Money.Sum(cells.Where(cell => days.Contains(cell.Day)).Select(cell => cell.Amounts.Amortized), currency);
    }
}
