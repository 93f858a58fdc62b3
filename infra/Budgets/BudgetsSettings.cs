using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Budgets;

/// <summary>Monthly cost budgets of the organization and of every account.</summary>
public sealed record BudgetsSettings
{
    /// <summary>Limit of the whole organization, USD a month.</summary>
    [Usd]
    public required decimal OrganizationMonthly { get; init; }

    /// <summary>Limit of an account that <c>accounts</c> does not name, USD a month.</summary>
    [Usd]
    public required decimal AccountMonthly { get; init; }

    /// <summary>Limits by account id or account name, USD a month.</summary>
    [Usd]
    public IReadOnlyDictionary<string, decimal> Accounts { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Percentages of the limit at which actual spend alerts.</summary>
    [Percent]
    public IReadOnlyList<decimal> ActualAlerts { get; init; } = [80, 100];

    /// <summary>Percentages of the limit at which forecast spend alerts.</summary>
    [Percent]
    public IReadOnlyList<decimal> ForecastAlerts { get; init; } = [100];

    /// <summary>Who is told; 10 is the limit that AWS Budgets has for one notification.</summary>
    [Email]
    [Items(1, 10, "recipients", "Use a group address when there are more.")]
    public required IReadOnlyList<string> Emails { get; init; }
}
