using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Providers;
using FinOps.LocalEngine.Resources;
using FinOps.LocalEngine.State;

namespace FinOps.LocalEngine.Monitor;

/// <summary>
/// Takes up what a killed run had asked of providers without hearing the answer: the same call again, with the same inputs.
/// Providers adopt what they find, so nothing is made twice.
/// </summary>
internal sealed class PendingOperations(DeploymentRun run, ProviderRegistry providers, StepExecutor steps)
{
    public async Task ResumeAsync()
    {
        foreach (var (key, operation) in run.Store.State.Pending.ToList())
        {
            var (kind, resource) = operation;
            var what = $"{DeploymentFormat.NameOf(kind)} {resource.Urn} was interrupted in the last run";
            if (run.Preview)
            {
                Say(DiagnosticSeverity.Warning, $"{what}; 'up' takes it up first", resource.Urn);
                continue;
            }

            try
            {
                Say(DiagnosticSeverity.Info, $"{what}; taking it up", resource.Urn);
                await ResumeAsync(key, kind, resource);
            }
            catch (EngineException e)
            {
                Say(DiagnosticSeverity.Warning, $"{what} and cannot be taken up now: {e.Message}", resource.Urn);
            }
        }
    }

    private void Say(DiagnosticSeverity severity, string message, string urn) => run.Recorder.Diagnostic(new DeploymentDiagnostic(severity, message, urn));

    private async Task ResumeAsync(long pending, PendingKind kind, ResourceState resource)
    {
        var current = run.Store.State.Entries().Where(entry => entry.Value.Urn == resource.Urn).ToList();
        var live = current.Where(entry => !entry.Value.Delete).Select(entry => (long?)entry.Key).FirstOrDefault();
        var provider = Urn.IsProvider(resource.Type) ? providers.ResourcesOf(Urn.Package(resource.Type), resource.Urn) : providers.FindOld(resource).Provider;
        switch (kind)
        {
            case PendingKind.Deleting:
                var gone = current.FirstOrDefault(entry => entry.Value.Delete == resource.Delete && entry.Value.Id == resource.Id);
                var deletion = new DeleteRequest(resource.Urn, resource.Type, resource.Id, resource.Inputs, resource.Outputs);
                await CallAsync(resource, async token =>
                {
                    await provider.DeleteAsync(deletion, token);
                    return true;
                });
                run.Store.Record(gone.Value is null ? new JournalEntry.Abandoned(pending) : new JournalEntry.Removed(gone.Key, pending));
                break;
            case PendingKind.Updating when live is { } key:
                var old = run.Store.State[key];
                var update = new UpdateRequest(resource.Urn, resource.Type, resource.Id, old.Inputs, old.Outputs, resource.Inputs, Preview: false);
                Put(pending, resource, await CallAsync(resource, token => provider.UpdateAsync(update, token)), key, retires: false);
                break;
            default:
                var creation = new CreateRequest(resource.Urn, resource.Type, Urn.Name(resource.Urn), resource.Inputs, Preview: false);
                // A live entry of the same URN is the old half of a replacement.
                Put(pending, resource, await CallAsync(resource, token => provider.CreateAsync(creation, token)), live, retires: true);
                break;
        }
    }

    private Task<T> CallAsync<T>(ResourceState resource, Func<CancellationToken, Task<T>> call) => steps.CallAsync(resource, "resume", null, null, call);

    /// <summary>Written where the resource stood, or as new; the program's own registration follows and settles it.</summary>
    private void Put(long pending, ResourceState resource, ApplyResult result, long? takes, bool retires)
    {
        var state = resource with
        {
            Id = result.Id.Length > 0 ? result.Id : resource.Id,
            Outputs = StepExecutor.Guard(Lowering.Outputs(result.Outputs), resource.Inputs, resource.AdditionalSecretOutputs),
        };
        run.Store.Record(new JournalEntry.Put(run.Store.TakeKey(), state, takes, retires, pending) { Settles = false });
    }
}
