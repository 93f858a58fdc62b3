namespace FinOps.Core.Costs.History;

/// <summary>One answered question: everything that the history is computed from.</summary>
public sealed record HistoryFacts
{
    public required HistoryPeriod Period { get; init; }

    public required HistoryGrouping Grouping { get; init; }

    public required HistoryGranularity Granularity { get; init; }

    public required string Currency { get; init; }

    public required IReadOnlyList<HistoryCell> Cells { get; init; }

    /// <summary>What a person reads for a key, for example the name of an account.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>First days of what AWS marks as estimated.</summary>
    public IReadOnlySet<DateOnly> Estimated { get; init; } = new HashSet<DateOnly>();
}
