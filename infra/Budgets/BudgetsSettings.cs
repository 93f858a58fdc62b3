using FinOps.Infra.Settings;
using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Budgets;

/// <summary>
/// Cost budgets as a tree: the organization, its units and accounts below it, and beside them teams, projects and services. What units,
/// accounts, teams, projects and services are promised must fit into what is above them.
/// </summary>
public sealed record BudgetsSettings
{
    /// <summary>Of the whole organization.</summary>
    public required BudgetSettings Organization { get; init; }

    /// <summary>Of every account that <c>accounts</c> does not name: an alarm, not a share of what is above it.</summary>
    public BudgetSettings? EveryAccount { get; init; }

    /// <summary>Whether every team with a <c>monthlyBudget</c> in the tag standard gets that budget, unless <c>teams</c> names it.</summary>
    [OnFrom(AdoptionMode.Guard)]
    public bool EveryTeam { get; init; }

    /// <summary>Of organizational units, by id, path (<c>Workloads/Prod</c>) or name.</summary>
    public IReadOnlyDictionary<string, BudgetSettings> Units { get; init; } = new Dictionary<string, BudgetSettings>();

    /// <summary>Of accounts, by id or name.</summary>
    public IReadOnlyDictionary<string, BudgetSettings> Accounts { get; init; } = new Dictionary<string, BudgetSettings>();

    /// <summary>Of teams of the tag standard, counted by the cost category of the allocation key.</summary>
    public IReadOnlyDictionary<string, BudgetSettings> Teams { get; init; } = new Dictionary<string, BudgetSettings>();

    /// <summary>Of projects, counted by the cost allocation tag <c>Project</c>.</summary>
    public IReadOnlyDictionary<string, BudgetSettings> Projects { get; init; } = new Dictionary<string, BudgetSettings>();

    /// <summary>Of services, named as Cost Explorer names them: <c>Amazon Relational Database Service</c>.</summary>
    public IReadOnlyDictionary<string, BudgetSettings> Services { get; init; } = new Dictionary<string, BudgetSettings>();

    /// <summary>How well reservations and Savings Plans are used, and how much they cover.</summary>
    public IReadOnlyDictionary<string, CommitmentSettings> Commitments { get; init; } = new Dictionary<string, CommitmentSettings>();

    /// <summary>Percentages of the limit at which actual spend alerts, where a budget does not say.</summary>
    [Percent]
    public IReadOnlyList<decimal> ActualAlerts { get; init; } = [80, 100];

    /// <summary>Percentages of the limit at which forecast spend alerts, where a budget does not say; never for daily ones.</summary>
    [Percent]
    public IReadOnlyList<decimal> ForecastAlerts { get; init; } = [100];

    /// <summary>Who is told, where a budget does not say; 10 is the limit that AWS Budgets has for one notification.</summary>
    [Email]
    [Items(1, 10, "recipients", "Use a group address when there are more.")]
    public required IReadOnlyList<string> Emails { get; init; }

    /// <summary>Whether the mailbox of the team that owns an account is told of its budget too.</summary>
    public bool TellOwners { get; init; } = true;

    /// <summary>Whether an active account or a team of the standard without a budget is a mistake; else it is only listed in the output <c>budgetGaps</c>.</summary>
    public bool RequireCoverage { get; init; }

    /// <summary>Which part of the accounts this stack declares, when there are more budgets than one account may have (20000).</summary>
    public ShardSettings? Shard { get; init; }
}
