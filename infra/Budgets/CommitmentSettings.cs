using FinOps.Core.Budgeting;
using FinOps.Infra.Settings;
using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Budgets;

/// <summary>A budget that tells when a commitment is used, or covers, less than it should.</summary>
public sealed record CommitmentSettings : ICheckedSettings
{
    /// <summary>What is watched.</summary>
    public required CommitmentKind Watch { get; init; }

    /// <summary>Alerts below this percentage.</summary>
    [Between(1, 100, "percent")]
    public required decimal AtLeast { get; init; }

    /// <summary>Over which time.</summary>
    public BudgetPeriod Period { get; init; } = BudgetPeriod.Monthly;

    /// <summary>The service whose reservations count; AWS wants exactly one, and none for Savings Plans.</summary>
    [OneOf("Amazon Elastic Compute Cloud - Compute", "Amazon Relational Database Service", "Amazon ElastiCache", "Amazon Redshift", "Amazon OpenSearch Service")]
    public string? Service { get; init; }

    /// <summary>Who is told, instead of those of all budgets.</summary>
    [Email]
    [Items(1, 10, "recipients", "Use a group address when there are more.")]
    public IReadOnlyList<string>? Emails { get; init; }

    public bool IsReservation => Watch is CommitmentKind.ReservationUtilization or CommitmentKind.ReservationCoverage;

    public void Check(SettingsProblems problems)
    {
        if (IsReservation && Service is null)
        {
            problems.At("service").Add("nothing", "the service whose reservations count", "For example Amazon Relational Database Service.", "FIN1152");
        }

        if (!IsReservation && Service is not null)
        {
            problems.At("service").Add(Service, "nothing: Savings Plans are watched as a whole", "Remove it.", "FIN1152");
        }
    }
}

/// <summary>What a commitment budget watches.</summary>
public enum CommitmentKind
{
    /// <summary>How much of the Savings Plans was used.</summary>
    SavingsPlansUtilization,

    /// <summary>How much of what Savings Plans could cover was covered.</summary>
    SavingsPlansCoverage,

    /// <summary>How much of the reservations was used.</summary>
    ReservationUtilization,

    /// <summary>How much of what reservations could cover was covered.</summary>
    ReservationCoverage,
}
