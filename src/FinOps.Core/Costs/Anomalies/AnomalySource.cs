namespace FinOps.Core.Costs.Anomalies;

/// <summary>Who saw an anomaly.</summary>
public enum AnomalySource
{
    /// <summary>AWS Cost Anomaly Detection only.</summary>
    Aws,

    /// <summary>The report's own daily detection only.</summary>
    Ours,
    Both,
}
