using FinOps.Core.Costs;
using FinOps.Core.Optimization;
using FinOps.Core.Optimization.Ledger;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Optimization;

/// <summary>The one view model of the report; every renderer shows this and nothing else.</summary>
public sealed record OptimizationReport : IReport
{
    public string FunctionName => OptimizationInsights.FunctionName;

    public string Period => BillingMonth.Containing(Day).ToString();

    public DateOnly Day => Analysis.Today;

    public required OptimizationAnalysis Analysis { get; init; }

    public required IReadOnlyList<SourceState> Sources { get; init; }

    /// <summary>Null when none is kept, or it could not be read.</summary>
    public required SavingsLedger? Ledger { get; init; }

    /// <summary>By id, as far as they are known.</summary>
    public required IReadOnlyDictionary<string, string> AccountNames { get; init; }

    public required IReadOnlyList<Blindspot> NotSeen { get; init; }

    public required RunCost Cost { get; init; }

    public required DateTimeOffset GeneratedAt { get; init; }

    public required string RunId { get; init; }

    public required string Source { get; init; }

    public IReadOnlyList<HeadlineNote> Headlines => OptimizationNotes.For(this);
}
