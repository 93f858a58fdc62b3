using System.Collections.Concurrent;
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Policies;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Providers;
using FinOps.LocalEngine.Resources;
using FinOps.LocalEngine.State;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.LocalEngine.Monitor;

/// <summary>Takes registrations through Check, Remediate, Analyze, Diff and their step, in this order.</summary>
internal sealed class ResourceRegistrar
{
    private readonly DeploymentRun _run;
    private readonly ProviderRegistry _providers;
    private readonly OldResources _olds;
    private readonly StepPlanner _planner;
    private readonly StepExecutor _steps;
    private readonly AssetHasher _hasher;
    private readonly ConcurrentDictionary<string, RegisteredResource> _registered = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<RegisteredResource> _finished = [];

    public ResourceRegistrar(DeploymentRun run, ProviderRegistry providers, StepExecutor steps)
    {
        _run = run;
        _providers = providers;
        _steps = steps;
        _olds = new OldResources(run.Store.State);
        _planner = new StepPlanner(run);
        _hasher = new AssetHasher(run.Project.ProgramDirectory);
        providers.Register = async goal => (await RegisterAsync(goal)).State!;
    }

    /// <summary>Whose step has finished, in that order.</summary>
    public IReadOnlyCollection<RegisteredResource> Finished => _finished;

    /// <exception cref="EngineException">Anything that stops the deployment.</exception>
    public Task<RegisteredResource> RegisterAsync(RegisterResourceRequest request) =>
        RegisterAsync(GoalReader.Read(request, Parent(request.Parent, request.Name), _run.Request.StackName, _run.Project));

    /// <summary>Takes a resource into the deployment that was read and is not managed.</summary>
    public async Task<ResourceState> AddReadAsync(ResourceGoal goal, Func<string, ILocalProvider?, Task<ApplyResult>> read)
    {
        await _run.Gate;
        var resource = Add(goal);
        var provider = goal.Package == "pulumi" ? null : await _providers.FindAsync(goal.Provider, goal.Package, goal.Version, goal.Urn);
        var result = await read(goal.Urn, provider?.Provider);
        var old = _olds.Claim(goal.Urn, goal.Aliases);
        var state = new ResourceState
        {
            Urn = goal.Urn,
            Type = goal.Type,
            Custom = true,
            External = true,
            Id = result.Id,
            Inputs = goal.Inputs,
            Outputs = StepExecutor.Guard(Lowering.Outputs(result.Outputs), goal.Inputs, goal.AdditionalSecretOutputs),
            Parent = goal.Parent,
            Provider = provider?.Reference.ToString() ?? "",
            Dependencies = goal.Dependencies,
            AdditionalSecretOutputs = goal.AdditionalSecretOutputs,
            SourcePosition = goal.SourcePosition,
        };
        await FinishAsync(resource, new StepPlan(StepOperation.Read, state, old, null, [], [], false));
        return resource.State!;
    }

    /// <exception cref="EngineException">FIN3034: not registered, or registered its outputs before.</exception>
    public void RegisterOutputs(string urn, PropertyMap outputs)
    {
        if (!_registered.TryGetValue(urn, out var resource) || resource.State is not { } state)
        {
            throw Unknown(urn, "outputs", "outputs of a resource that is not registered");
        }

        if (!resource.TakeOutputs())
        {
            throw Unknown(urn, "outputs", "outputs that were registered before");
        }

        var next = state with { Outputs = Lowering.Outputs(outputs) };
        resource.State = next;
        _run.Recorder.OutputsRegistered(next);
        if (resource.Key is { } key && !next.SameAs(state))
        {
            _steps.Rewrite(key, next);
        }
    }

    public ResourceState? Find(string urn) => _registered.GetValueOrDefault(urn)?.State;

    /// <exception cref="EngineException">FIN3034.</exception>
    public RegisteredResource? Parent(string urn, string child) =>
        urn.Length == 0 ? null : _registered.GetValueOrDefault(urn) ?? throw Unknown(urn, $"parent of {child}", "a parent that is not registered (could not find parent resource)");

    private static EngineException Unknown(string urn, string path, string found) => new(
        ErrorIds.UnknownResource, urn, path, found, "a resource that the program has registered, once", "This is a mistake of the program's SDK, or of code that builds URNs itself.");

    private RegisteredResource Add(ResourceGoal goal)
    {
        var resource = new RegisteredResource(goal);
        return _registered.TryAdd(goal.Urn, resource) ? resource : throw new EngineException(
            ErrorIds.ResourceTwice, goal.Urn, "", $"a second resource of type {goal.Type} named '{goal.Name}'", "one resource for each type, name and parent", "Give one of them another name.");
    }

    private async Task<RegisteredResource> RegisterAsync(ResourceGoal goal)
    {
        var gate = await _run.Gate;
        var resource = Add(goal);
        var oldEntry = _olds.Claim(goal.Urn, goal.Aliases);
        var old = oldEntry?.Value;
        resource.OldUrn = old is not null && old.Urn != goal.Urn ? old.Urn : null;

        var inputs = _hasher.Fill(goal.Inputs);
        inputs = old is null ? inputs : goal.IgnoreChanges.Aggregate(inputs, (map, path) => PropertyPath.Parse(path).Reset(map, old.Inputs));
        var (provider, reference) = await ProviderOfAsync(goal, resource);
        var check = provider is null ? CheckResult.Ok(inputs) : await CheckAsync(provider, goal, old, inputs);
        inputs = Lowering.Outputs(check.Inputs);

        inputs = await gate.RemediateAsync(resource.Subject, inputs, _run.Cancelled);
        var refused = await gate.AnalyzeAsync(resource.Subject, inputs, _run.Cancelled);
        // A preview goes on, so that it shows everything that is wrong; it fails at its end.
        if (!_run.Preview && (refused || check.Failures.Length > 0))
        {
            _run.Fail($"BAIL: resource {goal.Urn} is invalid");
            throw new OperationCanceledException($"resource {goal.Urn} is invalid");
        }

        var plan = await _planner.PlanAsync(goal, inputs, reference, provider, oldEntry, check.Failures.Length == 0);
        if (plan is { Operation: StepOperation.Replace, DeleteFirst: true })
        {
            await DeleteDependentsAsync(goal.Urn, old!);
        }

        await FinishAsync(resource, plan);
        if (goal.IsProvider)
        {
            _providers.Add(resource.State!);
        }

        return resource;
    }

    private async Task FinishAsync(RegisteredResource resource, StepPlan plan)
    {
        (resource.State, resource.Key) = await _steps.ApplyAsync(plan);
        resource.Replaced = plan is { Operation: StepOperation.Replace, DeleteFirst: false } ? plan.Old!.Value.Key : null;
        _finished.Enqueue(resource);
    }

    private async Task<(ILocalProvider? Provider, string Reference)> ProviderOfAsync(ResourceGoal goal, RegisteredResource resource)
    {
        if (!goal.Custom)
        {
            return (null, "");
        }

        if (goal.IsProvider)
        {
            return (_providers.ResourcesOf(goal.Package, goal.Urn), "");
        }

        var instance = await _providers.FindAsync(goal.Provider, goal.Package, goal.Version, goal.Urn);
        resource.Subject = new PolicySubject(goal, instance.State);
        return (instance.Provider, instance.Reference.ToString());
    }

    private async Task<CheckResult> CheckAsync(ILocalProvider provider, ResourceGoal goal, ResourceState? old, PropertyMap inputs)
    {
        var seed = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(goal.Urn)));
        var result = await provider.CheckAsync(new CheckRequest(goal.Urn, goal.Type, goal.Name, old?.Inputs, inputs, seed), _run.Cancelled);
        foreach (var failure in result.Failures)
        {
            var problem = new EngineProblem(
                goal.IsProvider ? ErrorIds.ProviderConfigInvalid : ErrorIds.InputsInvalid,
                goal.Urn, failure.Property, failure.Reason, $"what {goal.Type} takes", "Correct it in the program.");
            _run.Recorder.Diagnostic(new DeploymentDiagnostic(DiagnosticSeverity.Error, problem.ToString(), goal.Urn, problem));
        }

        return result;
    }

    /// <summary>
    /// What cannot stay when its dependency goes first: dependents that a change of the dependency would replace. They are made again when
    /// the program registers them.
    /// </summary>
    private async Task DeleteDependentsAsync(string urn, ResourceState old)
    {
        foreach (var (key, dependent) in _olds.UnclaimedDependents(old.Urn))
        {
            var touched = dependent.PropertyDependencies.Where(item => item.Value.Contains(old.Urn) || item.Value.Contains(urn)).Select(item => item.Key).ToList();
            if (!dependent.Custom || dependent.External || dependent.Provider.Length == 0 || touched.Count == 0)
            {
                continue;
            }

            var provider = _providers.FindOld(dependent).Provider;
            var inputs = dependent.Inputs.SetAll(touched.Select(name => KeyValuePair.Create(name, PropertyValue.Unknown)));
            var diff = await provider.DiffAsync(new DiffRequest(dependent.Urn, dependent.Type, dependent.Id, dependent.Inputs, dependent.Outputs, inputs), _run.Cancelled);
            if (diff.Replaces.Length > 0)
            {
                await _steps.DeleteAsync(key, dependent, dependent.RetainOnDelete ? null : provider, StepOperation.DeleteReplaced);
                _olds.Forget(dependent.Urn);
            }
        }
    }
}
