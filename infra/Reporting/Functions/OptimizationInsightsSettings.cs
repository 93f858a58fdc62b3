using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Reporting.Functions;

/// <summary>The function that tells what could be saved.</summary>
public sealed record OptimizationInsightsSettings
{
    /// <summary>When it runs. The ledger measures what a done opportunity saved in reports of the second week after it: run it every week.</summary>
    [ScheduleExpression]
    public string Schedule { get; init; } = "cron(30 6 ? * MON *)";

    /// <summary>In how many places (an account and a region) Compute Optimizer is asked itself, the most expensive first; 0 for none.</summary>
    [Between(0, 500, "places")]
    public int OptimizerPlaces { get; init; } = 40;

    /// <summary>Of how many resources the cost is followed for the ledger; each hundred takes one Cost Explorer request and its pages. 0 for none.</summary>
    [Between(0, 1_000, "resources")]
    public int MeasuredResources { get; init; } = 100;
}
