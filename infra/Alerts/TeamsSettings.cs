using FinOps.Infra.Settings.Rules;

namespace FinOps.Infra.Alerts;

/// <summary>Where in Microsoft Teams.</summary>
public sealed record TeamsSettings
{
    private const string Guid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /// <summary>The tenant.</summary>
    [Matches(Guid, "a tenant id", "0a1b2c3d-0000-1111-2222-333344445555")]
    public required string TenantId { get; init; }

    /// <summary>The team.</summary>
    [Matches(Guid, "a team id", "0a1b2c3d-0000-1111-2222-333344445555")]
    public required string TeamId { get; init; }

    /// <summary>The channel, as its link writes it.</summary>
    [Matches("[A-Za-z0-9._%@:-]{10,150}", "the id of a channel", "19%3aabcdef%40thread.tacv2")]
    public required string ChannelId { get; init; }
}
