using FinOps.Core.Costs;

namespace FinOps.Core.Optimization;

/// <summary>What one source says about one resource, or advises to buy.</summary>
/// <param name="Id">The source's own id of it.</param>
/// <param name="MonthlySaving">By the source's own estimate.</param>
public sealed record Advice(AdviceSource Source, string Id, ResourceName Resource, SavingAction Action, Money MonthlySaving)
{
    private static readonly Dictionary<string, string> NoTags = [];

    /// <summary>Null where the source names none.</summary>
    public string? Arn { get; init; }

    /// <summary>What the resource costs now, by the source's estimate.</summary>
    public Money? MonthlyCost { get; init; }

    /// <summary>Null where the source does not say.</summary>
    public Effort? Effort { get; init; }

    /// <summary>Null where the source does not say.</summary>
    public bool? RestartNeeded { get; init; }

    /// <summary>Null where the source does not say.</summary>
    public bool? RollbackPossible { get; init; }

    /// <summary>Days of usage that the source looked at.</summary>
    public int? LookbackDays { get; init; }

    /// <summary>What it is now, in the source's words.</summary>
    public string Current { get; init; } = "";

    /// <summary>What it should be, in the source's words.</summary>
    public string Recommended { get; init; } = "";

    public IReadOnlyDictionary<string, string> Tags { get; init; } = NoTags;
}
