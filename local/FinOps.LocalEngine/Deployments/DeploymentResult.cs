using System.Collections.Immutable;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Deployments;

/// <param name="Failure">One line that says why it did not succeed; null when it did.</param>
/// <param name="Config">What the program got; secrets read <c>[secret]</c>.</param>
/// <param name="PolicyPacks">Those that judged, as <c>name version</c>.</param>
/// <param name="Outputs">Of the stack; secrets still wrapped, so mask them when showing (<c>PropertyJson.Masked</c> does).</param>
public sealed record DeploymentResult(
    DeploymentOperation Operation,
    DeploymentOutcome Outcome,
    string? Failure,
    string Project,
    string Stack,
    ImmutableSortedDictionary<string, string> Config,
    ImmutableArray<DeploymentStep> Steps,
    ImmutableArray<DeploymentDiagnostic> Diagnostics,
    ImmutableArray<string> PolicyPacks,
    ImmutableArray<PolicyViolation> Violations,
    ImmutableArray<PolicyRemediation> Remediations,
    PropertyMap Outputs,
    DeploymentTimes Times)
{
    /// <summary>Every policy of the packs that judged.</summary>
    public ImmutableArray<PolicyRule> Rules { get; init; } = [];

    /// <summary>Folder of the Pulumi.yaml; empty when there is none.</summary>
    public string ProjectDirectory { get; init; } = "";

    /// <summary>Real things that were left although their resources were to go: protected, or retained on delete.</summary>
    public ImmutableArray<KeptResource> Kept { get; init; } = [];

    /// <summary>Steps by operation, without the ends of replacements.</summary>
    public ImmutableSortedDictionary<StepOperation, int> ChangeSummary => Steps
        .Where(step => step.Operation != StepOperation.DeleteReplaced)
        .GroupBy(step => step.Operation)
        .ToImmutableSortedDictionary(group => group.Key, group => group.Count());

    /// <summary>Whether anything but <c>same</c> and <c>read</c> happened or would happen.</summary>
    public bool HasChanges => Steps.Any(step => step.Operation is not (StepOperation.Same or StepOperation.Read));
}

/// <param name="Build">Building program and packs.</param>
/// <param name="Total">All of it.</param>
public sealed record DeploymentTimes(TimeSpan Build, TimeSpan Total);
