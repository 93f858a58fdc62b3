namespace FinOps.Core.Costs.Anomalies;

/// <summary>An anomaly as AWS Cost Anomaly Detection tells it. What it does not tell is null.</summary>
/// <param name="Last">The last day so far.</param>
/// <param name="Expected">Null when AWS does not say what it expected.</param>
/// <param name="Feedback">YES, NO or PLANNED_ACTIVITY, when somebody has judged it.</param>
public sealed record ReportedAnomaly(
    string Id,
    DateOnly First,
    DateOnly Last,
    string? Service,
    string? AccountId,
    string? AccountName,
    string? Region,
    string? UsageType,
    Money Impact,
    Money? Expected,
    string? Feedback);
