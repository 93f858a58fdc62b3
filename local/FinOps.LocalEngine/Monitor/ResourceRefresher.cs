using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Providers;
using FinOps.LocalEngine.Resources;
using FinOps.LocalEngine.State;

namespace FinOps.LocalEngine.Monitor;

/// <summary>
/// Reads every managed resource and takes what it finds into the state; what is gone leaves the state. Where a provider can only repeat
/// the state, the step is a <see cref="StepOperation.Read"/>: whether that one drifted, nobody knows.
/// </summary>
internal sealed class ResourceRefresher(DeploymentRun run, ProviderRegistry providers, StepExecutor steps)
{
    public async Task RefreshAsync()
    {
        var entries = run.Store.State.Entries().Where(entry => entry.Value is { Custom: true, Delete: false, Provider.Length: > 0 }).ToList();
        await Task.WhenAll(entries.Select(entry => RefreshAsync(entry.Key, entry.Value)));
    }

    private async Task RefreshAsync(long key, ResourceState state)
    {
        run.Recorder.StepStarted(StepOperation.Refresh, state.Urn);
        var start = run.Time.GetTimestamp();
        try
        {
            var provider = providers.FindOld(state).Provider;
            var request = new ReadRequest(state.Urn, state.Type, state.Id, state.Inputs, state.Outputs);
            var found = await steps.CallAsync(state, "read", null, state.CustomTimeouts?.Read, token => provider.ReadAsync(request, token));
            var next = found is null ? null : state with
            {
                Inputs = found.Inputs is { } inputs ? Lowering.Outputs(inputs) : state.Inputs,
                Outputs = StepExecutor.Guard(Lowering.Outputs(found.Outputs), state.Inputs, state.AdditionalSecretOutputs),
            };
            List<string> changed = next is null ? [] : [.. InputDiff.Changed(state.Outputs, next.Outputs).Union(InputDiff.Changed(state.Inputs, next.Inputs))];
            if (next is null)
            {
                run.Store.Record(new JournalEntry.Removed(key, null));
            }
            else if (!next.SameAs(state))
            {
                steps.Rewrite(key, next);
            }

            var operation = found switch
            {
                null => StepOperation.Delete,
                { FromStateOnly: true } => StepOperation.Read,
                _ => changed.Count > 0 ? StepOperation.Refresh : StepOperation.Same,
            };
            run.Recorder.StepFinished(new DeploymentStep(operation, state.Urn, state.Type, state.Provider, state, next, [.. changed], [], run.Time.GetElapsedTime(start)));
        }
        catch (EngineException e)
        {
            run.Recorder.StepFailed(StepOperation.Refresh, state.Urn);
            run.Fail(e, state.Urn);
        }
    }
}
