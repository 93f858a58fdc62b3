using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Reporting.Functions;

/// <summary>The function that holds live resources against the tag standard.</summary>
public sealed record ComplianceCheckerSettings
{
    /// <summary>When it runs.</summary>
    [ScheduleExpression]
    public string Schedule { get; init; } = "cron(0 6 ? * MON *)";

    /// <summary>For how many of the dearest services Cost Explorer is asked what single resources cost, where resource-level data is switched on; each costs 0.01 USD a page.</summary>
    [Between(0, 50, "services")]
    public int ServicesByResource { get; init; } = 8;
}
