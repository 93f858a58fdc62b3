namespace FinOps.Core.Costs.Analysis;

/// <summary>One cost cut into its parts, dearest first. The parts add up to <see cref="Total"/> in every column.</summary>
/// <param name="Name">The tag key for tag dimensions, else empty.</param>
public sealed record Breakdown(CostDimension Dimension, string Name, IReadOnlyList<BreakdownRow> Rows, string Currency)
{
    public BreakdownRow Total { get; } = new(
        "",
        "Total",
        Money.Sum(Rows.Select(row => row.Current), Currency),
        Money.Sum(Rows.Select(row => row.CurrentComparable), Currency),
        Money.Sum(Rows.Select(row => row.SameDaysBefore), Currency),
        Money.Sum(Rows.Select(row => row.PreviousMonth), Currency));

    /// <summary>The dearest rows, and the rest as one row, so that a short table still adds up.</summary>
    public Breakdown Top(int rows)
    {
        if (Rows.Count <= rows + 1)
            return this;
        var rest = Rows.Skip(rows).ToList();
        var folded = new BreakdownRow(
            "",
            $"{rest.Count} more",
            Money.Sum(rest.Select(row => row.Current), Currency),
            Money.Sum(rest.Select(row => row.CurrentComparable), Currency),
            Money.Sum(rest.Select(row => row.SameDaysBefore), Currency),
            Money.Sum(rest.Select(row => row.PreviousMonth), Currency));
        return this with { Rows = [.. Rows.Take(rows), folded] };
    }

    /// <param name="key">Which part a cell belongs to.</param>
    /// <param name="amount">Which view of its amounts counts.</param>
    /// <param name="label">What a person reads for a key.</param>
    internal static Breakdown Of(
        CostDimension dimension,
        string name,
        IEnumerable<CostCell> cells,
        Func<CostCell, string> key,
        Func<CostAmounts, Money> amount,
        Func<string, string> label,
        ReportPeriods periods,
        string currency)
    {
        var rows = new Dictionary<string, BreakdownRow>(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            var at = key(cell);
            var row = rows.GetValueOrDefault(at) ?? Empty(at, label(at), currency);
            rows[at] = Count(row, cell.Day, amount(cell.Amounts), periods);
        }

        return new Breakdown(
            dimension,
            name,
            [.. rows.Values.OrderByDescending(row => row.Current).ThenByDescending(row => row.PreviousMonth).ThenBy(row => row.Key, StringComparer.Ordinal)],
            currency);
    }

    private static BreakdownRow Empty(string key, string label, string currency)
    {
        var nothing = Money.Zero(currency);
        return new BreakdownRow(key, label, nothing, nothing, nothing, nothing);
    }

    private static BreakdownRow Count(BreakdownRow row, DateOnly day, Money amount, ReportPeriods periods) => row with
    {
        Current = periods.Current.Contains(day) ? row.Current + amount : row.Current,
        CurrentComparable = periods.CurrentComparable.Contains(day) ? row.CurrentComparable + amount : row.CurrentComparable,
        SameDaysBefore = periods.SameDaysBefore.Contains(day) ? row.SameDaysBefore + amount : row.SameDaysBefore,
        PreviousMonth = periods.PreviousMonth.Contains(day) ? row.PreviousMonth + amount : row.PreviousMonth,
    };
}
