using FinOps.Core.Costs;

namespace FinOps.Core.Optimization.Ledger;

/// <summary>One promise: what was advised for one resource, and what came of it.</summary>
public sealed record LedgerEntry
{
    /// <summary><see cref="Opportunity.Id"/>.</summary>
    public required string Id { get; init; }

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required string ResourceType { get; init; }

    public required string ResourceId { get; init; }

    public string? Arn { get; init; }

    public required SavingAction Action { get; init; }

    public required IReadOnlyList<AdviceSource> Sources { get; init; }

    /// <summary>A month, by the newest advice.</summary>
    public required Money Promised { get; init; }

    public required DateOnly FirstSeen { get; init; }

    public required DateOnly LastSeen { get; init; }

    /// <summary>Mean cost a day of the resource before it was done; kept up to date while the advice stands.</summary>
    public Money? DailyBefore { get; init; }

    /// <summary>The first report without the advice.</summary>
    public DateOnly? Gone { get; init; }

    public LedgerState State { get; init; }

    /// <summary>A month; negative when the resource became dearer. Null until measured.</summary>
    public Money? Realised { get; init; }

    /// <summary>When the state became final.</summary>
    public DateOnly? Closed { get; init; }

    /// <summary>Why it cannot be measured.</summary>
    public string? Why { get; init; }

    public bool IsClosed => State is LedgerState.Measured or LedgerState.NotMeasurable;
}
