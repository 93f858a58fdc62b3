using System.Collections.Immutable;
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Providers;
using FinOps.LocalEngine.Resources;
using FinOps.LocalEngine.State;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Monitor;

/// <summary>Decides between same, create, update and replace.</summary>
internal sealed class StepPlanner(DeploymentRun run)
{
    /// <param name="checkedOk">False in a preview that goes on after a failed check: the provider is not asked.</param>
    /// <exception cref="EngineException">FIN3036: the resource would be replaced and is protected.</exception>
    public async Task<StepPlan> PlanAsync(ResourceGoal goal, PropertyMap inputs, string provider, ILocalProvider? instance, KeyValuePair<long, ResourceState>? oldEntry, bool checkedOk)
    {
        var state = Skeleton(goal, inputs, provider);
        if (oldEntry is not { } entry)
        {
            return checkedOk
                ? new StepPlan(StepOperation.Create, state, null, instance, [], [], false)
                : new StepPlan(StepOperation.Create, state with { Outputs = inputs }, null, null, [], [], false);
        }

        var old = entry.Value;
        if (!goal.Custom || instance is null || !checkedOk)
        {
            // Components keep the outputs of the last run until the program registers new ones.
            return new StepPlan(StepOperation.Same, state with { Id = old.Id, Outputs = old.Outputs, Created = old.Created, Modified = old.Modified }, entry, null, [], [], false);
        }

        var diff = await instance.DiffAsync(new DiffRequest(goal.Urn, goal.Type, old.Id, old.Inputs, old.Outputs, inputs), run.Cancelled);
        var replaces = ReplaceReasons(goal, inputs, provider, old, diff);
        if (replaces.Length > 0)
        {
            if (old.Protect && goal.Protect)
            {
                throw new EngineException(
                    ErrorIds.Protected, goal.Urn, string.Join(", ", replaces), "a change that replaces a protected resource", "changes in place",
                    "Undo the change, or run once with protect: false before.");
            }

            var first = goal.DeleteBeforeReplace ?? diff.DeleteBeforeReplace;
            return new StepPlan(StepOperation.Replace, state, entry, instance, diff.Changed, replaces, first);
        }

        return diff.Changed.Length > 0
            ? new StepPlan(StepOperation.Update, state, entry, instance, diff.Changed, [], false)
            : new StepPlan(StepOperation.Same, Unchanged(state, old), entry, instance, [], [], false);
    }

    private static ResourceState Unchanged(ResourceState state, ResourceState old) => state with
    {
        Id = old.Id,
        Outputs = StepExecutor.Guard(old.Outputs, state.Inputs, state.AdditionalSecretOutputs),
        Created = old.Created,
        Modified = old.Modified,
    };

    private static ImmutableArray<string> ReplaceReasons(ResourceGoal goal, PropertyMap inputs, string provider, ResourceState old, DiffResult diff)
    {
        var reasons = diff.Replaces.ToList();
        reasons.AddRange(goal.ReplaceOnChanges.Where(path => PropertyPath.Parse(path).Differs(old.Inputs, inputs)));
        if (goal.Type != old.Type)
        {
            reasons.Add("type");
        }

        if (!goal.IsProvider && ProviderChanged(old.Provider, provider))
        {
            reasons.Add("provider");
        }

        if (goal.ReplacementTrigger is { } trigger && old.ReplacementTrigger is { } before && !trigger.Plain().Equals(before.Plain()))
        {
            reasons.Add("replacementTrigger");
        }

        return reasons.Distinct().ToImmutableArray();
    }

    /// <summary>A new version of a default provider is still the default provider; one that an alias renamed keeps its id.</summary>
    private static bool ProviderChanged(string old, string provider)
    {
        if (old == provider || old.Length == 0)
        {
            return false;
        }

        var (before, after) = (ProviderReference.Parse(old), ProviderReference.Parse(provider));
        return !(before.IsDefault && after.IsDefault) && before.Id != after.Id;
    }

    private static ResourceState Skeleton(ResourceGoal goal, PropertyMap inputs, string provider) => new()
    {
        Urn = goal.Urn,
        Type = goal.Type,
        Custom = goal.Custom,
        Inputs = inputs,
        Parent = goal.Parent,
        Protect = goal.Protect,
        RetainOnDelete = goal.RetainOnDelete,
        DeletedWith = goal.DeletedWith,
        Provider = provider,
        Dependencies = goal.Dependencies,
        PropertyDependencies = goal.PropertyDependencies,
        AdditionalSecretOutputs = goal.AdditionalSecretOutputs,
        IgnoreChanges = goal.IgnoreChanges,
        ReplaceOnChanges = goal.ReplaceOnChanges,
        CustomTimeouts = goal.CustomTimeouts,
        ReplacementTrigger = goal.ReplacementTrigger,
        SourcePosition = goal.SourcePosition,
    };
}
