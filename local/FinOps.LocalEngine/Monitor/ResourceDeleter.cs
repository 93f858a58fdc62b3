using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.State;

namespace FinOps.LocalEngine.Monitor;

/// <summary>Deletes what a deployment no longer has, dependents before what they depend on, as many at a time as allowed.</summary>
internal sealed class ResourceDeleter(DeploymentRun run, ProviderRegistry providers, StepExecutor steps)
{
    /// <param name="entries">In the order of the state.</param>
    /// <exception cref="EngineException">FIN3036: some are protected; all of them are named and nothing is deleted.</exception>
    public async Task DeleteAsync(IReadOnlyList<KeyValuePair<long, ResourceState>> entries)
    {
        var guarded = entries.Where(entry => ProtectedResources.IsProtected(entry.Value)).Select(entry => new EngineProblem(
            ErrorIds.Protected, entry.Value.Urn, "protect", "a protected resource that would be deleted", "deleting what is not protected",
            "Put it back into the program, or run once with protect: false before.")).ToList();
        if (guarded.Count > 0)
        {
            throw new EngineException(guarded);
        }

        var going = entries.Select(entry => entry.Value.Urn).ToHashSet(StringComparer.Ordinal);
        // An old half of a replacement and a resource of the same URN may both go: dependents wait for neither of them, they wait for dependents.
        var dependents = entries.ToDictionary(entry => entry.Key, _ => new List<Task<bool>>());
        var byUrn = entries.ToLookup(entry => entry.Value.Urn, entry => entry.Key, StringComparer.Ordinal);
        var tasks = new List<Task<bool>>();
        // Whatever needs a resource stands behind it in the state, so going backwards all dependents are known already.
        foreach (var (key, state) in entries.Reverse())
        {
            var task = DeleteAsync(key, state, going, [.. dependents[key]]);
            tasks.Add(task);
            foreach (var needed in state.Needs().Distinct().SelectMany(urn => byUrn[urn]))
            {
                dependents[needed].Add(task);
            }
        }

        await Task.WhenAll(tasks);
    }

    /// <returns>False when it, or something that depends on it, could not be deleted.</returns>
    private async Task<bool> DeleteAsync(long key, ResourceState state, HashSet<string> going, List<Task<bool>> dependents)
    {
        var gone = await Task.WhenAll(dependents);
        if (gone.Contains(false) || run.Cancelled.IsCancellationRequested)
        {
            return false;
        }

        try
        {
            var managed = state is { Custom: true, External: false, RetainOnDelete: false, Provider.Length: > 0 }
                && !(state.DeletedWith.Length > 0 && going.Contains(state.DeletedWith));
            var provider = managed && !run.Preview ? providers.FindOld(state).Provider : null;
            await steps.DeleteAsync(key, state, provider, state.Delete ? StepOperation.DeleteReplaced : StepOperation.Delete);
            return true;
        }
        catch (EngineException e)
        {
            run.Fail(e, state.Urn);
            return false;
        }
    }
}
