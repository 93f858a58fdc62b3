namespace FinOps.Core.Costs.Reviews;

/// <summary>What became of an action of an earlier review.</summary>
/// <param name="StakeNow">Null when it is not there any more.</param>
public sealed record ActionProgress(ReviewAction Action, ActionState State, Money? StakeNow);
