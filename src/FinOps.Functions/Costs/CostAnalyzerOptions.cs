using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;
using FinOps.Core.Tagging;

namespace FinOps.Functions.Costs;

/// <summary>What one cost report is about.</summary>
public sealed record CostAnalyzerOptions
{
    public required TagStandard Standard { get; init; }

    /// <summary>"Today", the first day not looked at; null for the clock's day, in UTC.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Null for the month in which yesterday lies.</summary>
    public BillingMonth? Month { get; init; }

    /// <summary>The tag key that says who owns a cost; null for the standard's allocation key.</summary>
    public string? AllocationTag { get; init; }

    /// <summary>Further tag keys to break usage down by; each costs one more Cost Explorer request (and its pages).</summary>
    public IReadOnlyList<string> FurtherTags { get; init; } = [];

    /// <summary>Cost categories to break usage down by; each costs one more Cost Explorer request (and its pages).</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Puts Cost Explorer's own forecast beside the report's; one more Cost Explorer request.</summary>
    public bool AwsForecast { get; init; }

    /// <summary>The bucket that keeps the weekly reviews; null for a run that is compared with none.</summary>
    public string? ReviewBucket { get; init; }

    public MoverGates Gates { get; init; } = MoverGates.Default;

    /// <summary>Names the run; letters, digits, - and _, at most 64. Null for the time of the run.</summary>
    public string? RunId { get; init; }
}
