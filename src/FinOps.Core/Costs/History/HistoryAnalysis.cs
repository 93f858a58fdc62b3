namespace FinOps.Core.Costs.History;

/// <summary>A table of months and groups that adds up in every row and every column, and what it tells.</summary>
public sealed record HistoryAnalysis
{
    public required HistoryPeriod Period { get; init; }

    public required HistoryGrouping Grouping { get; init; }

    public required HistoryGranularity Granularity { get; init; }

    public required string Currency { get; init; }

    public required IReadOnlyList<HistoryMonth> Months { get; init; }

    /// <summary>Dearest first.</summary>
    public required IReadOnlyList<HistoryGroup> Groups { get; init; }

    /// <summary>Each day of a daily history from the first with cost on; empty in a monthly one.</summary>
    public required IReadOnlyList<HistoryDay> Days { get; init; }

    public required Money Total { get; init; }

    public required Seasonality Seasonality { get; init; }

    /// <summary>The last whole month, or null when there is none.</summary>
    public HistoryMonth? LastWhole => Months.LastOrDefault(month => month.State == MonthState.Whole);

    /// <summary>Mean of the whole months, or null when there is none.</summary>
    public Money? Average
    {
        get
        {
            var whole = Months.Where(month => month.State == MonthState.Whole).Select(month => month.Total).ToList();
            return whole.Count == 0 ? null : Money.Sum(whole, Currency) / whole.Count;
        }
    }

    /// <summary>Position of <see cref="LastWhole"/> in <see cref="Months"/> and in each group; -1 when there is none.</summary>
    public int LastWholeIndex => LastWhole is { } last ? last.Month.MonthsSince(Period.From) : -1;

    /// <summary>The dearest groups, and the rest as one, so that a short table still adds up.</summary>
    public IReadOnlyList<HistoryGroup> Top(int groups) => Groups.Count <= groups + 1
        ? Groups
        : [.. Groups.Take(groups), HistoryAnalyst.Fold($"{Groups.Count - groups} more", Groups.Skip(groups).ToList(), this)];
}
