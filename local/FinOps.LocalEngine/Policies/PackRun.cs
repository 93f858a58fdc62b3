using System.Collections.Immutable;
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Projects;

namespace FinOps.LocalEngine.Policies;

/// <summary>What packs need of the run that starts them, be it a deployment or a list of resources.</summary>
/// <param name="WorkingDirectory">Of the Pulumi program.</param>
/// <param name="DryRun">True when nothing is created.</param>
internal sealed record PackRun(
    ImmutableArray<PolicyPackRequest> Packs,
    string WorkingDirectory,
    string Organization,
    string Project,
    string Stack,
    bool DryRun,
    StackConfig Config,
    ImmutableSortedDictionary<string, string> StackTags,
    ImmutableSortedDictionary<string, string> Environment,
    Recorder Recorder,
    TimeProvider Time,
    CancellationToken Cancelled);
