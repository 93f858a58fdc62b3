using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Anomalies;

/// <summary>What counts as an anomaly of cost, and who is told.</summary>
public sealed record AnomaliesSettings
{
    /// <summary>Total impact in USD from which an anomaly is reported.</summary>
    [Usd]
    public decimal MinimumUsd { get; init; } = 100;

    /// <summary>Total impact in percent of the expected spend; both must be reached.</summary>
    [Between(0, 10_000, "percent")]
    public decimal MinimumPercent { get; init; } = 20;

    /// <summary>How often a mail sums up what was found.</summary>
    [OneOf("DAILY", "WEEKLY")]
    public string Frequency { get; init; } = "DAILY";

    /// <summary>Recipients.</summary>
    [Email]
    [Items(1, 10, "recipients", "Use a group address when there are more.")]
    public required IReadOnlyList<string> Emails { get; init; }
}
