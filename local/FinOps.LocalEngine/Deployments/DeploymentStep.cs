using System.Collections.Immutable;
using FinOps.LocalEngine.State;

namespace FinOps.LocalEngine.Deployments;

/// <summary>What happened, or in a preview would happen, to one resource.</summary>
/// <param name="OldState">Null for a create.</param>
/// <param name="NewState">Null for a delete. Secrets are wrapped in <c>SecretValue</c>.</param>
/// <param name="DiffReasons">Top-level inputs that changed.</param>
/// <param name="ReplaceReasons">Those of them (or <c>provider</c>, <c>replacementTrigger</c>) that force a replacement.</param>
public sealed record DeploymentStep(
    StepOperation Operation,
    string Urn,
    string Type,
    string Provider,
    ResourceState? OldState,
    ResourceState? NewState,
    ImmutableArray<string> DiffReasons,
    ImmutableArray<string> ReplaceReasons,
    TimeSpan Duration)
{
    public string Name => Resources.Urn.Name(Urn);
}
