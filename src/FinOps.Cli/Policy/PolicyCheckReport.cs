using System.Collections.Immutable;
using FinOps.LocalEngine.Deployments;

namespace FinOps.Cli.Policy;

/// <summary>Everything that a check found: the one model that every format is written from.</summary>
/// <param name="Source">What was checked, for people: <c>program samples/untagged</c>, <c>state export.json</c>, <c>plan preview.json</c>.</param>
/// <param name="Resources">How many were judged.</param>
/// <param name="Packs">As <c>name version</c>.</param>
/// <param name="Rules">Every rule of the packs, those without findings too, in the order of the packs.</param>
/// <param name="Findings">Those that block first, then the others, then those that are waived; each part by resource and rule.</param>
internal sealed record PolicyCheckReport(
    string Source, string Project, string Stack, int Resources, ImmutableArray<string> Packs, ImmutableArray<PolicyRule> Rules, ImmutableArray<PolicyFinding> Findings)
{
    /// <summary>The Pulumi.yaml relative to the repository: where formats that must name a file show what has no line.</summary>
    public string ProjectFile { get; init; } = "Pulumi.yaml";

    public int Blocking => Findings.Count(finding => finding.Blocks);

    public int Advisory => Findings.Count(finding => finding is { Blocks: false, IsWaived: false });

    public int Waived => Findings.Count(finding => finding.IsWaived);

    public bool Passed => Blocking == 0;
}
