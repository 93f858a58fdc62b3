using System.Collections.Immutable;
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Providers;
using FinOps.LocalEngine.State;

namespace FinOps.LocalEngine.Monitor;

/// <summary>What is to be done for one resource.</summary>
/// <param name="New">Without id and outputs, unless there is nothing to do for a provider.</param>
/// <param name="Old">Its entry from the last run; null for a create.</param>
/// <param name="Provider">Null for components and the stack.</param>
internal sealed record StepPlan(
    StepOperation Operation,
    ResourceState New,
    KeyValuePair<long, ResourceState>? Old,
    ILocalProvider? Provider,
    ImmutableArray<string> DiffReasons,
    ImmutableArray<string> ReplaceReasons,
    bool DeleteFirst);
