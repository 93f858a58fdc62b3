namespace FinOps.Functions.AllocationTags;

/// <summary>What a run of the tag activator found and did. Every key that it was asked for is in exactly one of the lists.</summary>
/// <param name="At">When the run began, UTC.</param>
/// <param name="DryRun">True when nothing was changed: <paramref name="Activated"/> is then what would have been.</param>
/// <param name="AlreadyActive">Keys that needed nothing.</param>
/// <param name="Activated">Keys that this run activated.</param>
/// <param name="Pending">Keys that the bill does not know yet; a later run finishes them.</param>
/// <param name="Refused">Keys that AWS refused; somebody has to act.</param>
/// <param name="Unfinished">Keys that the run had no time for.</param>
/// <param name="CostUsd">What the Cost Explorer requests cost.</param>
public sealed record TagActivation(
    DateTimeOffset At,
    bool DryRun,
    IReadOnlyList<string> AlreadyActive,
    IReadOnlyList<string> Activated,
    IReadOnlyList<PendingKey> Pending,
    IReadOnlyList<RefusedKey> Refused,
    IReadOnlyList<string> Unfinished,
    BackfillOutcome Backfill,
    int Requests,
    decimal CostUsd)
{
    /// <summary>Whether a person has to act.</summary>
    public bool NeedsHelp => Refused.Count > 0 || Backfill.State == BackfillState.Refused;
}

/// <param name="Why">Why it cannot be activated yet, and what to do where anything can be done.</param>
public sealed record PendingKey(string Key, string Why);

/// <param name="Code">AWS's error code for the key.</param>
public sealed record RefusedKey(string Key, string Code, string Message);

/// <param name="From">The first month that the backfill covers, <c>2026-01</c>; null where there is none.</param>
/// <param name="Why">In words.</param>
public sealed record BackfillOutcome(BackfillState State, string? From, string Why);

public enum BackfillState
{
    /// <summary>Not asked for, or every active key is covered by an earlier one.</summary>
    NotNeeded,

    /// <summary>This run requested it (or, in a dry run, would have).</summary>
    Requested,

    /// <summary>An earlier one still runs.</summary>
    Running,

    /// <summary>AWS takes one in 24 hours; a later run requests it.</summary>
    Waiting,

    /// <summary>AWS refused it; somebody has to act.</summary>
    Refused,

    /// <summary>The run had no time for it.</summary>
    Unfinished,
}
