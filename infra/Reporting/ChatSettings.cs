using FinOps.Infra.Settings.Rules;
using Pulumi;

namespace FinOps.Infra.Reporting;

/// <summary>A chat channel that functions may write to.</summary>
public sealed record ChatSettings
{
    /// <summary>The channel's incoming webhook. Whoever has it can write there, so it must be encrypted in this file (FIN1240); it is kept as a secure string of Systems Manager.</summary>
    [WebhookUrl]
    public required Output<string> Webhook { get; init; }
}
