using FinOps.Core.Waivers;
using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Policy;

/// <summary>What one rule says against one resource.</summary>
/// <param name="Level">Advisory, mandatory, or remediate for what remediation could not mend, which blocks like mandatory.</param>
/// <param name="Severity">low, medium, high, critical, or empty.</param>
/// <param name="Urn">The stack's own for a finding about the stack as a whole.</param>
/// <param name="Message">Without the rule's description, which the rule has; may have several lines.</param>
/// <param name="Source">The constructor call, where the program tells it.</param>
/// <param name="Waiver">Set when a waiver hides the finding.</param>
/// <param name="Fingerprint">Names the finding from run to run, whatever its wording: 64 hexadecimal digits of rule, resource, and the mark by which a baseline knows it; without a mark, the place among the findings of that rule about that resource.</param>
internal sealed record PolicyFinding(
    PolicyRule Rule,
    PolicyLevel Level,
    string Severity,
    string Urn,
    string ResourceType,
    string ResourceName,
    string Message,
    SourceLocation? Source,
    WaivedFinding? Waiver,
    string Fingerprint)
{
    public bool IsWaived => Waiver is not null;

    /// <summary>Whether it alone keeps a deployment from going on.</summary>
    public bool Blocks => !IsWaived && Level is PolicyLevel.Mandatory or PolicyLevel.Remediate;

    /// <summary>The rule's demand, then what is wrong here.</summary>
    public string FullMessage => Rule.Description.Length == 0 ? Message : Message.Length == 0 ? Rule.Description : $"{Rule.Description}\n{Message}";
}
