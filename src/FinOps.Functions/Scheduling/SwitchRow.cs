using FinOps.Core.Costs;
using FinOps.Core.Scheduling;
using FinOps.Core.Scheduling.Decisions;
using FinOps.Functions.Scheduling.Switching;

namespace FinOps.Functions.Scheduling;

/// <summary>One resource with a schedule tag, and what was made of it.</summary>
public sealed record SwitchRow
{
    public required string Account { get; init; }

    public required string AccountName { get; init; }

    public required string Region { get; init; }

    public required ResourceKind Kind { get; init; }

    public required string Id { get; init; }

    public required string Arn { get; init; }

    /// <summary>Its Name tag; empty without one.</summary>
    public required string Name { get; init; }

    public required string Environment { get; init; }

    /// <summary>The value of its schedule tag.</summary>
    public required string Schedule { get; init; }

    /// <summary>How it was found, in AWS's words.</summary>
    public required string Status { get; init; }

    public required SwitchAction Action { get; init; }

    public required SwitchResult Result { get; init; }

    public required DecisionReason Reason { get; init; }

    public required string Why { get; init; }

    /// <summary>What AWS answered when it refused; null when it did not.</summary>
    public string? Error { get; init; }

    /// <summary>When its schedule or override changes next; null when that is not known.</summary>
    public DateTimeOffset? Until { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>How long it has been stopped under a schedule, or was until this run; null when it was not.</summary>
    public decimal? StoppedHours { get; init; }

    /// <summary>The on-demand price of its hour; null when the bill does not show it.</summary>
    public Money? Rate { get; init; }

    /// <summary>Hours times rate; null without one of them.</summary>
    public Money? Saved { get; init; }

    /// <summary>The stop ended with this run; what it saved is told this once.</summary>
    public bool HasEnded => Action == SwitchAction.Start && Result == SwitchResult.Done;
}
