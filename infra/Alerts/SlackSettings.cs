using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Alerts;

/// <summary>Where in Slack.</summary>
public sealed record SlackSettings
{
    /// <summary>The workspace.</summary>
    [Matches("T[0-9A-Z]{2,20}", "the id of a Slack workspace", "T0123456789")]
    public required string WorkspaceId { get; init; }

    /// <summary>The channel.</summary>
    [Matches("[CGD][0-9A-Z]{2,20}", "the id of a Slack channel", "C0123456789")]
    public required string ChannelId { get; init; }
}
