using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Deployments;

public enum PolicyLevel
{
    Advisory,
    Mandatory,
    Disabled,
    Remediate,
}

/// <param name="Level">Advisory or mandatory; a violation at level remediate counts as mandatory.</param>
/// <param name="Severity">low, medium, high, critical, or empty.</param>
/// <param name="Message">Description, line end, what the policy reported.</param>
public sealed record PolicyViolation(
    string Policy, string Pack, string PackVersion, PolicyLevel Level, string Severity, string Urn, string Message, string Description)
{
    /// <summary>Where the program made the resource, as <see cref="Resources.ProjectLine"/> writes it; empty when unknown.</summary>
    public string SourcePosition { get; init; } = "";
}

/// <summary>A policy changed a resource's inputs before they were applied.</summary>
public sealed record PolicyRemediation(string Policy, string Pack, string PackVersion, string Urn, string Description, PropertyMap Before, PropertyMap After);
