using FinOps.Infra.Settings;
using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Alerts;

/// <summary>The topic that budgets and anomaly detection tell at once, encrypted with a key of its own, and the chat channels that listen to it.</summary>
public sealed record AlertsSettings
{
    /// <summary>Whether there is a topic; without it, alerts are e-mails only.</summary>
    [OnFrom(AdoptionMode.Guard)]
    public bool Topic { get; init; }

    /// <summary>Addresses that the topic itself mails to; each must confirm once.</summary>
    [Email]
    [Items(0, 50, "recipients", "Use a group address when there are more.")]
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>A Slack channel; its workspace must have been authorized once in the AWS console.</summary>
    public SlackSettings? Slack { get; init; }

    /// <summary>A Microsoft Teams channel; its tenant must have been authorized once in the AWS console.</summary>
    public TeamsSettings? Teams { get; init; }
}
