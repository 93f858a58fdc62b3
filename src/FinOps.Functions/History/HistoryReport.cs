using FinOps.Core.Costs.History;
using FinOps.Core.Costs.Rows;
using FinOps.Functions.Reports;

namespace FinOps.Functions.History;

/// <summary>The one view model of the cost history; every renderer shows this and nothing else.</summary>
public sealed record HistoryReport : IReport
{
    public string FunctionName => HistoryAnalyzer.FunctionName;

    public string Period => $"{Analysis.Period.From}-to-{Analysis.Period.To}";

    public DateOnly Day => Analysis.Period.AsOf;

    public required HistoryAnalysis Analysis { get; init; }

    public required CostMetric Metric { get; init; }

    public required IReadOnlyList<Blindspot> NotSeen { get; init; }

    public required RunCost Cost { get; init; }

    public required DateTimeOffset GeneratedAt { get; init; }

    public required string RunId { get; init; }

    public required string Source { get; init; }

    public IReadOnlyList<HeadlineNote> Headlines => HistoryNotes.For(this);
}
