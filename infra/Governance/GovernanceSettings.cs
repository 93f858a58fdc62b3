using FinOps.Infra.Settings;

namespace FinOps.Infra.Governance;

/// <summary>The tag standard as policies of the organization.</summary>
public sealed record GovernanceSettings
{
    /// <summary>Whether the standard is attached to the root as a tag policy that reports.</summary>
    [OnFrom(AdoptionMode.Observe)]
    public bool Enabled { get; init; }
}
