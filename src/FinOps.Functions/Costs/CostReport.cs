using FinOps.Core.Costs.Analysis;
using FinOps.Functions.Rendering;

namespace FinOps.Functions.Costs;

/// <summary>The one view model of the cost report; every renderer shows this and nothing else.</summary>
public sealed record CostReport : IReport
{
    public required CostAnalysis Analysis { get; init; }

    public required IReadOnlyList<BudgetStatus> Budgets { get; init; }

    public required IReadOnlyList<Blindspot> NotSeen { get; init; }

    public required RunCost Cost { get; init; }

    public required DateTimeOffset GeneratedAt { get; init; }

    /// <summary>Names this run; a repeated run with the same id delivers nothing twice.</summary>
    public required string RunId { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required string Source { get; init; }

    /// <summary>How each headline number was computed.</summary>
    public IReadOnlyList<HeadlineNote> Headlines => HeadlineNotes.For(this);
}
