using FinOps.Infra.Settings;
using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Budgets;

/// <summary>The budgets of one scope: one for each period that has a limit.</summary>
public sealed record BudgetSettings : ICheckedSettings
{
    /// <summary>The limit of a month, USD.</summary>
    [Usd]
    public decimal? Monthly { get; init; }

    /// <summary>The limit of a quarter, USD.</summary>
    [Usd]
    public decimal? Quarterly { get; init; }

    /// <summary>The limit of a day, USD; alerts on actual spend only.</summary>
    [Usd]
    public decimal? Daily { get; init; }

    /// <summary>A limit for each month (<c>2026-01</c>), USD, instead of <c>monthly</c>. It begins by now and has no gaps; the last one goes on holding.</summary>
    [Usd]
    public IReadOnlyDictionary<string, decimal> PlannedMonths { get; init; } = new Dictionary<string, decimal>();

    /// <summary>A limit for each quarter by its first month (<c>2026-01</c>), USD, instead of <c>quarterly</c>.</summary>
    [Usd]
    public IReadOnlyDictionary<string, decimal> PlannedQuarters { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Lets AWS set the monthly limit, instead of <c>monthly</c>.</summary>
    public AdjustSettings? Adjust { get; init; }

    /// <summary>Percentages at which actual spend alerts, instead of those of all budgets.</summary>
    [Percent]
    public IReadOnlyList<decimal>? ActualAlerts { get; init; }

    /// <summary>Percentages at which forecast spend alerts, instead of those of all budgets.</summary>
    [Percent]
    public IReadOnlyList<decimal>? ForecastAlerts { get; init; }

    /// <summary>Who is told, instead of those of all budgets.</summary>
    [Email]
    [Items(1, 10, "recipients", "Use a group address when there are more.")]
    public IReadOnlyList<string>? Emails { get; init; }

    /// <summary>What AWS does, beyond telling, when the monthly budget is reached, by a name of your choice.</summary>
    public IReadOnlyDictionary<string, ActionSettings> Actions { get; init; } = new Dictionary<string, ActionSettings>();

    public bool HasMonthly => Monthly is not null || PlannedMonths.Count > 0 || Adjust is not null;

    public void Check(SettingsProblems problems)
    {
        var monthly = new[] { Monthly is not null, PlannedMonths.Count > 0, Adjust is not null }.Count(isSet => isSet);
        if (monthly > 1)
        {
            problems.Add("several limits of a month", "one of monthly, plannedMonths and adjust", "Keep one of them.", "FIN1152");
        }

        if (Quarterly is not null && PlannedQuarters.Count > 0)
        {
            problems.Add("two limits of a quarter", "one of quarterly and plannedQuarters", "Keep one of them.", "FIN1152");
        }

        if (monthly == 0 && Quarterly is null && PlannedQuarters.Count == 0 && Daily is null)
        {
            problems.Add("no limit", "one of monthly, quarterly, daily, plannedMonths, plannedQuarters and adjust", "For example monthly: 42000.", "FIN1152");
        }

        if (Actions.Count > 0 && monthly == 0)
        {
            problems.At("actions").Add("actions without a monthly limit", "a monthly limit to act on", "Set monthly.", "FIN1156");
        }
    }
}
