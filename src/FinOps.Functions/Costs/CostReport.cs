using FinOps.Core.Costs.Analysis;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Costs;

/// <summary>The one view model of the cost report; every renderer shows this and nothing else.</summary>
public sealed partial record CostReport : IReport
{
    public string FunctionName => CostAnalyzer.FunctionName;

    public string Period => Analysis.Periods.Month.ToString();

    public DateOnly Day => Analysis.Periods.AsOf;

    public required CostAnalysis Analysis { get; init; }

    /// <summary>Whether earlier reviews were looked for; without a bucket there are none.</summary>
    public required bool KeepsReviews { get; init; }

    public required IReadOnlyList<Blindspot> NotSeen { get; init; }

    public required RunCost Cost { get; init; }

    public required DateTimeOffset GeneratedAt { get; init; }

    public required string RunId { get; init; }

    public required string Source { get; init; }

    /// <summary>How each headline number was computed.</summary>
    public IReadOnlyList<HeadlineNote> Headlines => HeadlineNotes.For(this);
}
