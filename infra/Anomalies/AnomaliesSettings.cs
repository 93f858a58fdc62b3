using FinOps.Infra.Settings;
using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Anomalies;

/// <summary>What counts as an anomaly of cost, where it is looked for, and who is told.</summary>
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

    /// <summary>Who gets that mail.</summary>
    [Email]
    [Items(1, 10, "recipients", "Use a group address when there are more.")]
    public required IReadOnlyList<string> Emails { get; init; }

    /// <summary>Whether every service is watched on its own.</summary>
    [OnFrom(AdoptionMode.Observe)]
    public bool Services { get; init; }

    /// <summary>Whether every account is watched on its own (AWS follows the 5000 that cost most).</summary>
    [OnFrom(AdoptionMode.Guard)]
    public bool Accounts { get; init; }

    /// <summary>Cost allocation tags whose every value is watched on its own.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Cost categories whose every value is watched on its own.</summary>
    public IReadOnlyList<string> CostCategories { get; init; } = [];

    /// <summary>Monitors of your own, by a name of your choice: what they name is watched as one.</summary>
    [Items(0, 400, "monitors", "AWS allows 500 custom monitors, those of the teams included.")]
    public IReadOnlyDictionary<string, CustomMonitorSettings> Custom { get; init; } = new Dictionary<string, CustomMonitorSettings>();

    /// <summary>Whether each team of the tag standard has a monitor of its own, whose findings go to the team's mailbox.</summary>
    [OnFrom(AdoptionMode.Guard)]
    public bool EveryTeam { get; init; }

    /// <summary>What is worth telling at once, through the topic of <c>finops:alerts</c>.</summary>
    public ImmediateSettings? Immediate { get; init; }
}
