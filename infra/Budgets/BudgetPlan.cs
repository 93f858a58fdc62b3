using FinOps.Core.Budgeting;

namespace FinOps.Infra.Budgets;

/// <summary>Everything that the stack declares about budgets: known, and checked, before anything is registered.</summary>
/// <param name="Budgets">Of this stack's part of the tree.</param>
/// <param name="Gaps">Accounts and teams that no budget watches, in words.</param>
public sealed record BudgetPlan(
    IReadOnlyList<PlannedBudget> Budgets,
    IReadOnlyList<CommitmentBudget> Commitments,
    IReadOnlyList<PlannedAction> Actions,
    IReadOnlyList<string> Gaps);

/// <param name="Id">Made from the name that the config gives it.</param>
public sealed record CommitmentBudget(string Id, CommitmentSettings Settings, IReadOnlyList<string> Recipients);

/// <param name="Id">The budget's id and the name that the config gives the action.</param>
/// <param name="TargetIds">Of an SCP: ids of accounts and units.</param>
public sealed record PlannedAction(string Id, string BudgetId, ActionSettings Settings, IReadOnlyList<string> TargetIds, IReadOnlyList<string> Recipients);
