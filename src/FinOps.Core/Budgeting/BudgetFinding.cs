namespace FinOps.Core.Budgeting;

/// <summary>One thing that does not fit in a tree of budgets.</summary>
/// <param name="Id">The FIN#### id.</param>
/// <param name="Path">The budget's <see cref="PlannedBudget.Path"/>.</param>
public sealed record BudgetFinding(string Id, string Path, string Found, string Allowed, string Fix);
