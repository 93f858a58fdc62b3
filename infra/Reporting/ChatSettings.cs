using FinOps.Infra.Settings.Rules;
using Pulumi;

namespace FinOps.Infra.Reporting;

/// <summary>A chat channel that functions may write to.</summary>
public sealed record ChatSettings
{
    /// <summary>The channel's incoming webhook. Whoever has it can write there, so it must be encrypted in this file (FIN1240); it is kept as a secure string of Systems Manager.</summary>
    [WebhookUrl]
    public required Output<string> Webhook { get; init; }

    /// <summary>Whose channel it is; told by the webhook's host unless that is a host of your own.</summary>
    public ChatKind Kind { get; init; }
}

/// <summary>What a channel understands.</summary>
public enum ChatKind
{
    /// <summary>Slack for hooks.slack.com, Teams for the hosts of its workflows.</summary>
    ByHost,

    /// <summary>Block Kit.</summary>
    Slack,

    /// <summary>Adaptive Cards.</summary>
    Teams,
}
