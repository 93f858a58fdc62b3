namespace FinOps.Core.Metrics;

/// <summary>The types of OpenMetrics that are in use.</summary>
public enum MetricKind
{
    Gauge,

    /// <summary>Only grows; its samples are called NAME_total.</summary>
    Counter,

    /// <summary>Says its labels, always with the value 1; its samples are called NAME_info.</summary>
    Info,
}
