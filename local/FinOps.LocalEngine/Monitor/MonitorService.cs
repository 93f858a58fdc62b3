using System.Collections.Immutable;
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Providers;
using FinOps.LocalEngine.Resources;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.LocalEngine.Monitor;

/// <summary>Serves <c>pulumirpc.ResourceMonitor</c> to the program.</summary>
internal sealed class MonitorService(DeploymentRun run, ResourceRegistrar registrar, ProviderRegistry providers, BuiltInFunctions builtIns)
{
    private static readonly ImmutableDictionary<string, ResourceMonitorFeature> _features = new Dictionary<string, ResourceMonitorFeature>
    {
        ["secrets"] = ResourceMonitorFeature.Secrets,
        ["resourceReferences"] = ResourceMonitorFeature.ResourceReferences,
        ["outputValues"] = ResourceMonitorFeature.OutputValues,
        ["aliasSpecs"] = ResourceMonitorFeature.AliasSpecs,
        ["deletedWith"] = ResourceMonitorFeature.DeletedWith,
        ["replacementTrigger"] = ResourceMonitorFeature.ReplacementTrigger,
    }.ToImmutableDictionary();

    private int _stackOutputs;

    /// <summary>True once the program has registered the outputs of the stack.</summary>
    public bool HasStackOutputs => _stackOutputs == 1;

    public void Register(RpcServiceBuilder services) => services
        .Handle(RpcMethods.ResourceMonitor.GetDeploymentInfo, (_, _) => Task.FromResult(Info()))
        .Handle(RpcMethods.ResourceMonitor.SupportsFeature, (request, _) => Task.FromResult(new SupportsFeatureResponse { HasSupport = _features.ContainsKey(request.Id) }))
        .Handle(RpcMethods.ResourceMonitor.RegisterResource, (request, _) => GuardAsync(NameOf(request.Parent, request.Type, request.Name), async () =>
            Answers.To(request, (await registrar.RegisterAsync(request)).State!)))
        .Handle(RpcMethods.ResourceMonitor.RegisterResourceOutputs, (request, _) => GuardAsync(request.Urn, () => Task.FromResult(RegisterOutputs(request))))
        .Handle(RpcMethods.ResourceMonitor.ReadResource, (request, _) => GuardAsync(NameOf(request.Parent, request.Type, request.Name), () => ReadAsync(request)))
        .Handle(RpcMethods.ResourceMonitor.Invoke, (request, _) => InvokeAsync(request))
        .Handle(RpcMethods.ResourceMonitor.SignalAndWaitForShutdown, async (_, _) =>
        {
            // Deletions wait for the program's exit code: what a failed program did not register must stay.
            await run.WaitIdleAsync();
            return new Empty();
        });

    private static RpcException Stopped() => new(StatusCode.Unavailable, "resource monitor shut down");

    private DeploymentInfo Info() => new()
    {
        Project = run.Project.Name,
        Stack = run.Request.StackName,
        Organization = run.Request.Organization,
        Config = { run.Config.Values },
        ConfigSecretKeys = { run.Config.SecretKeys },
        DryRun = run.Preview,
        Parallel = run.Request.Parallel,
        SupportedFeatures = { _features.Values.Order() },
    };

    private string NameOf(string parent, string type, string name) =>
        parent.Length > 0 && !Urn.IsValid(parent) ? $"{type}::{name}" : Urn.Create(run.Request.StackName, run.Project.Name, parent, type, name);

    /// <summary>Whatever stops a registration stops the deployment; the program is ended without more words.</summary>
    private async Task<T> GuardAsync<T>(string urn, Func<Task<T>> work)
    {
        using var entered = run.TryEnter() ?? throw Stopped();
        try
        {
            return await work();
        }
        catch (EngineException e)
        {
            run.Fail(e, urn);
        }
        catch (FormatException e)
        {
            run.Fail(new EngineException(ErrorIds.InputsInvalid, urn, "", e.Message, "values as Pulumi's protocol writes them", "Correct the value or option in the program.", e), urn);
        }
        catch (OperationCanceledException) when (run.ProgramStopped.IsCancellationRequested)
        {
            // Said already, or the caller gave up.
        }
        catch (Exception e) when (e is not RpcException)
        {
            run.Fail(new EngineException(ErrorIds.ProviderFailed, urn, "", $"{e.GetType().Name}: {e.Message}", "a provider that works", "Report it with the program that shows it.", e), urn);
        }

        throw Stopped();
    }

    private Empty RegisterOutputs(RegisterResourceOutputsRequest request)
    {
        registrar.RegisterOutputs(request.Urn, PropertyCodec.FromStruct(request.Outputs));
        if (request.Urn == run.StackUrn)
        {
            _stackOutputs = 1;
        }

        return new Empty();
    }

    private async Task<ReadResourceResponse> ReadAsync(ReadResourceRequest request)
    {
        var parent = registrar.Parent(request.Parent, request.Name);
        var package = Urn.Package(request.Type);
        var goal = new ResourceGoal
        {
            Urn = Urn.Create(run.Request.StackName, run.Project.Name, request.Parent, request.Type, request.Name),
            Type = request.Type,
            Name = request.Name,
            Parent = request.Parent,
            Custom = true,
            Inputs = Lowering.Outputs(PropertyCodec.FromStruct(request.Properties)),
            Provider = request.Provider.Length > 0 ? request.Provider : parent?.Providers.GetValueOrDefault(package) ?? "",
            Version = request.Version,
            Dependencies = [.. request.Dependencies.Distinct().Order(StringComparer.Ordinal)],
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            SourcePosition = GoalReader.Position(request.SourcePosition, run.Project),
        };
        var state = await registrar.AddReadAsync(goal, (_, provider) => ReadAsync(request, goal, provider));
        return new ReadResourceResponse { Urn = state.Urn, Properties = Answers.Encode(state.Outputs, request.AcceptSecrets, request.AcceptResources, partialValues: false) };
    }

    private async Task<ApplyResult> ReadAsync(ReadResourceRequest request, ResourceGoal goal, ILocalProvider? provider)
    {
        if (request.Id == PropertyCodec.UnknownText)
        {
            return new ApplyResult("", PropertyMap.Empty);
        }

        if (provider is null)
        {
            return request.Type == Urn.StackReferenceType
                ? new ApplyResult(request.Id, builtIns.StackOutputs(goal.Inputs.Text("name") ?? request.Id))
                : throw new EngineException(ErrorIds.Unsupported, goal.Urn, "", request.Type, Urn.StackReferenceType, "The embedded engine has no other resource of its own to read.");
        }

        return await provider.ReadAsync(new ReadRequest(goal.Urn, request.Type, request.Id, goal.Inputs, PropertyMap.Empty), run.Cancelled)
            ?? throw new EngineException(ErrorIds.NotThere, goal.Urn, "id", $"no {request.Type} with the id '{request.Id}'", "a resource that exists", "Correct the id, or create the resource first.");
    }

    /// <summary>A function that fails is the program's to handle, so it does not stop the deployment.</summary>
    private async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        using var entered = run.TryEnter() ?? throw Stopped();
        var arguments = Lowering.Outputs(PropertyCodec.FromStruct(request.Args));
        if (arguments.Values.Any(value => value.ContainsUnknown()))
        {
            return new ResourceInvokeResponse { Return = new Struct(), Unknown = true };
        }

        try
        {
            var result = Urn.Package(request.Tok) == "pulumi" ? InvokeResult.Ok(builtIns.Invoke(request.Tok, arguments)) : await CallAsync(request, arguments);
            return new ResourceInvokeResponse
            {
                Return = Answers.Encode(Lowering.Outputs(result.Return), secrets: true, request.AcceptResources, partialValues: true),
                Failures = { result.Failures.Select(failure => new Pulumirpc.CheckFailure { Property = failure.Property, Reason = failure.Reason }) },
            };
        }
        catch (OperationCanceledException) when (run.ProgramStopped.IsCancellationRequested)
        {
            throw Stopped();
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw new RpcException(StatusCode.Unknown, $"invoking {request.Tok}: {e.Message}", e);
        }
    }

    private async Task<InvokeResult> CallAsync(ResourceInvokeRequest request, PropertyMap arguments)
    {
        var package = Urn.Package(request.Tok);
        var inherited = request.Parent.Length > 0 ? registrar.Parent(request.Parent, request.Tok)?.Providers.GetValueOrDefault(package) : null;
        var instance = await providers.FindAsync(request.Provider.Length > 0 ? request.Provider : inherited ?? "", package, request.Version, request.Tok);
        return await instance.Provider.InvokeAsync(request.Tok, arguments, run.Cancelled);
    }
}
