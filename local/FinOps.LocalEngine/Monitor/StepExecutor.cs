using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Providers;
using FinOps.LocalEngine.Resources;
using FinOps.LocalEngine.State;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Monitor;

/// <summary>Carries out steps: tells the journal first, calls the provider, tells the journal what came of it.</summary>
internal sealed class StepExecutor(DeploymentRun run)
{
    /// <returns>The new state and its entry.</returns>
    /// <exception cref="EngineException">FIN3037: the provider failed.</exception>
    public async Task<(ResourceState State, long? Key)> ApplyAsync(StepPlan plan)
    {
        var urn = plan.New.Urn;
        run.Recorder.StepStarted(plan.Operation, urn);
        var start = run.Time.GetTimestamp();
        try
        {
            var (state, key) = plan.Operation switch
            {
                StepOperation.Same => Keep(plan),
                StepOperation.Create => await CreateAsync(plan, takes: null, retires: false),
                StepOperation.Update => await UpdateAsync(plan),
                StepOperation.Replace => await ReplaceAsync(plan),
                StepOperation.Read => Put(plan.New, plan.Old?.Key, false, null),
                _ => throw new InvalidOperationException($"{plan.Operation} is not a step of a registration"),
            };
            run.Recorder.StepFinished(new DeploymentStep(
                plan.Operation, urn, state.Type, state.Provider, plan.Old?.Value, state, plan.DiffReasons, plan.ReplaceReasons, run.Time.GetElapsedTime(start)));
            return (state, key);
        }
        catch
        {
            run.Recorder.StepFailed(plan.Operation, urn);
            throw;
        }
    }

    /// <summary>Deletes what stands at <paramref name="key"/>; for what is retained or only read, just its entry.</summary>
    public async Task DeleteAsync(long key, ResourceState state, ILocalProvider? provider, StepOperation operation)
    {
        run.Recorder.StepStarted(operation, state.Urn);
        var start = run.Time.GetTimestamp();
        try
        {
            if (!run.Preview)
            {
                long? pending = null;
                if (provider is not null)
                {
                    pending = Begin(PendingKind.Deleting, state);
                    var request = new DeleteRequest(state.Urn, state.Type, state.Id, state.Inputs, state.Outputs);
                    await CallAsync(state, "delete", pending, state.CustomTimeouts?.Delete, async token =>
                    {
                        await provider.DeleteAsync(request, token);
                        return true;
                    });
                }

                run.Store.Record(new JournalEntry.Removed(key, pending));
            }

            run.Recorder.StepFinished(new DeploymentStep(operation, state.Urn, state.Type, state.Provider, state, null, [], [], run.Time.GetElapsedTime(start)));
        }
        catch
        {
            run.Recorder.StepFailed(operation, state.Urn);
            throw;
        }
    }

    /// <summary>Writes a state again whose outputs came after its step.</summary>
    public void Rewrite(long key, ResourceState state)
    {
        if (!run.Preview)
        {
            run.Store.Record(new JournalEntry.Put(key, state, null, false, null));
        }
    }

    public long Begin(PendingKind kind, ResourceState state)
    {
        var key = run.Store.TakeKey();
        run.Store.Record(new JournalEntry.Started(key, new PendingOperation(kind, state)));
        return key;
    }

    /// <summary>Marks as secret what the program or the inputs say is secret.</summary>
    public static PropertyMap Guard(PropertyMap outputs, PropertyMap inputs, IEnumerable<string> secretNames)
    {
        var names = secretNames.Concat(inputs.Where(item => item.Value.ContainsSecret()).Select(item => item.Key)).ToHashSet(StringComparer.Ordinal);
        return names.Count == 0
            ? outputs
            : PropertyMap.Create(outputs.Select(item => names.Contains(item.Key) && !item.Value.ContainsSecret() ? KeyValuePair.Create(item.Key, (PropertyValue)new SecretValue(item.Value)) : item));
    }

    private (ResourceState State, long? Key) Keep(StepPlan plan)
    {
        var (key, old) = plan.Old!.Value;
        if (!plan.New.SameAs(old))
        {
            return Put(plan.New, key, false, null);
        }

        if (!run.Preview)
        {
            run.Store.Record(new JournalEntry.Kept(key));
        }

        return (plan.New, key);
    }

    private async Task<(ResourceState State, long? Key)> CreateAsync(StepPlan plan, long? takes, bool retires)
    {
        var now = run.Time.GetUtcNow();
        var state = plan.New with { Created = now, Modified = now };
        if (plan.Provider is not { } provider)
        {
            return Put(state, takes, retires, null);
        }

        long? pending = run.Preview ? null : Begin(PendingKind.Creating, state);
        var request = new CreateRequest(state.Urn, state.Type, Urn.Name(state.Urn), state.Inputs, run.Preview);
        var result = await CallAsync(state, "create", pending, state.CustomTimeouts?.Create, token => provider.CreateAsync(request, token));
        if (result.Id.Length == 0 && !run.Preview)
        {
            throw Failed(state, "create", "the provider gave no id", null);
        }

        return Put(Applied(state, result), takes, retires, pending);
    }

    private async Task<(ResourceState State, long? Key)> UpdateAsync(StepPlan plan)
    {
        var (key, old) = plan.Old!.Value;
        var state = plan.New with { Id = old.Id, Created = old.Created, Modified = run.Time.GetUtcNow() };
        if (plan.Provider is not { } provider)
        {
            return Put(state, key, false, null);
        }

        long? pending = run.Preview ? null : Begin(PendingKind.Updating, state);
        var request = new UpdateRequest(state.Urn, state.Type, old.Id, old.Inputs, old.Outputs, state.Inputs, run.Preview);
        var result = await CallAsync(state, "update", pending, state.CustomTimeouts?.Update, token => provider.UpdateAsync(request, token));
        return Put(Applied(state, result with { Id = result.Id.Length > 0 ? result.Id : old.Id }), key, false, pending);
    }

    private async Task<(ResourceState State, long? Key)> ReplaceAsync(StepPlan plan)
    {
        var (key, old) = plan.Old!.Value;
        if (!plan.DeleteFirst)
        {
            return await CreateAsync(plan, takes: key, retires: true);
        }

        await DeleteAsync(key, old, old.RetainOnDelete ? null : plan.Provider, StepOperation.DeleteReplaced);
        return await CreateAsync(plan, takes: null, retires: false);
    }

    private ResourceState Applied(ResourceState state, ApplyResult result) => state with
    {
        Id = result.Id,
        Outputs = Guard(Lowering.Outputs(result.Outputs), state.Inputs, state.AdditionalSecretOutputs),
    };

    private (ResourceState State, long? Key) Put(ResourceState state, long? takes, bool retires, long? pending)
    {
        if (run.Preview)
        {
            return (state, retires ? null : takes);
        }

        var key = run.Store.TakeKey();
        run.Store.Record(new JournalEntry.Put(key, state, takes, retires, pending));
        return (state, key);
    }

    /// <summary>
    /// When the provider says no, nothing was done, and the pending operation is dropped. When the call broke off (cancelled, timed out,
    /// connection lost), nobody knows: the operation stays pending and the next run takes it up.
    /// </summary>
    public async Task<T> CallAsync<T>(ResourceState state, string what, long? pending, TimeSpan? timeout, Func<CancellationToken, Task<T>> call)
    {
        await run.Slots.WaitAsync(run.Cancelled);
        try
        {
            using var limit = timeout is { } span ? new CancellationTokenSource(span, run.Time) : new CancellationTokenSource();
            using var either = CancellationTokenSource.CreateLinkedTokenSource(run.Cancelled, limit.Token);
            return await call(either.Token);
        }
        catch (OperationCanceledException) when (run.Cancelled.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            if (pending is { } key && e is not (OperationCanceledException or TimeoutException or IOException or HttpRequestException))
            {
                run.Store.Record(new JournalEntry.Abandoned(key));
            }

            throw e as EngineException ?? Failed(state, what, e is OperationCanceledException ? $"no answer within {timeout}" : e.Message, e);
        }
        finally
        {
            run.Slots.Release();
        }
    }

    private static EngineException Failed(ResourceState state, string what, string why, Exception? inner) => new(
        ErrorIds.ProviderFailed, state.Urn, what, why, $"a provider that can {what} {state.Type}", "What was finished is kept: correct the cause and run again.", inner);
}
