using FinOps.Core.Organization.Synthetic.Billing;

namespace FinOps.LocalAws.CostExplorer.Anomalies;

/// <summary>An anomaly as one monitor sees it.</summary>
/// <param name="Value">The value of the monitor's key that the anomaly belongs to; empty for a custom monitor.</param>
internal sealed record SeenAnomaly(SyntheticAnomaly Anomaly, string MonitorArn, string Value);
