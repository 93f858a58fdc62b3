using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Anomalies;

/// <summary>From which size on an anomaly cannot wait for the mail; both must be reached.</summary>
public sealed record ImmediateSettings
{
    /// <summary>Total impact in USD.</summary>
    [Usd]
    public decimal MinimumUsd { get; init; } = 1000;

    /// <summary>Total impact in percent of the expected spend.</summary>
    [Between(0, 10_000, "percent")]
    public decimal MinimumPercent { get; init; } = 40;
}
