namespace FinOps.Core.Budgeting;

/// <summary>What a budget is for. Units and accounts cut the organization's cost one way; teams, projects and services each cut it another way.</summary>
public enum BudgetLevel
{
    Organization,
    Unit,
    Account,
    Team,
    Project,
    Service,
}
