namespace FinOps.Core.Costs.Anomalies;

/// <summary>Consecutive unusual days of one series.</summary>
public sealed record DailyFinding(DateRange Days, decimal Actual, decimal Expected)
{
    public decimal Impact => Actual - Expected;
}
