namespace FinOps.Core.Scheduling.Decisions;

/// <param name="Why">One sentence without the full stop; it may hold what people wrote into tags.</param>
/// <param name="Wanted">The state it should have now; null when nothing says so.</param>
/// <param name="Until">When that changes next; null when it is not known.</param>
public sealed record SwitchDecision(
    SwitchableResource Resource, SwitchAction Action, DecisionReason Reason, string Why, RunState? Wanted = null, DateTimeOffset? Until = null);
