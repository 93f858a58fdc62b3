using FinOps.LocalEngine.Deployments;
using Pulumirpc;

namespace FinOps.LocalEngine.Policies;

/// <summary>Levels and severities between wire, config files and results.</summary>
internal static class PolicyLevels
{
    public const string Allowed = "advisory, mandatory, remediate, disabled";

    public static PolicyLevel? Parse(string text) => text switch
    {
        "advisory" => PolicyLevel.Advisory,
        "mandatory" => PolicyLevel.Mandatory,
        "remediate" => PolicyLevel.Remediate,
        "disabled" => PolicyLevel.Disabled,
        _ => null,
    };

    public static string Name(this PolicyLevel level) => level.ToString().ToLowerInvariant();

    public static EnforcementLevel ToWire(this PolicyLevel level) => level switch
    {
        PolicyLevel.Mandatory => EnforcementLevel.Mandatory,
        PolicyLevel.Disabled => EnforcementLevel.Disabled,
        PolicyLevel.Remediate => EnforcementLevel.Remediate,
        _ => EnforcementLevel.Advisory,
    };

    public static PolicyLevel FromWire(EnforcementLevel level) => level switch
    {
        EnforcementLevel.Mandatory => PolicyLevel.Mandatory,
        EnforcementLevel.Disabled => PolicyLevel.Disabled,
        EnforcementLevel.Remediate => PolicyLevel.Remediate,
        _ => PolicyLevel.Advisory,
    };

    public static string SeverityName(PolicySeverity severity) => severity switch
    {
        PolicySeverity.Low => "low",
        PolicySeverity.Medium => "medium",
        PolicySeverity.High => "high",
        PolicySeverity.Critical => "critical",
        _ => "",
    };
}
