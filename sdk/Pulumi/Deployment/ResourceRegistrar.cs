using System.Collections.Immutable;
using Pulumi.Rpc;
using Pulumi.Rpc.Values;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

/// <summary>Takes resources to the engine and brings their outputs back.</summary>
internal sealed class ResourceRegistrar(DeploymentContext context)
{
    /// <summary>Called by constructors: gives the resource its pending outputs and starts the work in the background.</summary>
    public void Start(Resource resource, string type, string name, bool custom, bool remote, ResourceArgs args, ResourceOptions options)
    {
        // The outputs of a local component are what its own constructor assigns.
        var completions = custom || remote ? OutputMembers.Attach(resource) : [];
        var registration = new Registration(resource, type, name, custom, remote, args, options, SourcePositions.FindCaller(resource));
        context.Runner.Track(RunAsync(registration, completions));
    }

    public void RegisterOutputs(ComponentResource component, Output<IDictionary<string, object?>> outputs) =>
        context.Runner.Track(RegisterOutputsAsync(component, outputs));

    private async Task RunAsync(Registration registration, ImmutableArray<(string Name, OutputCompletion Completion)> completions)
    {
        var resource = registration.Resource;
        try
        {
            var answer = await AskAsync(registration);
            resource.UrnSource.Set(OutputData.Known(answer.Urn) with { Resources = [resource] });
            if (resource is CustomResource custom)
            {
                custom.IdSource.Set(new OutputData<string>([resource], answer.Id, answer.Id.Length > 0, IsSecret: false));
            }

            foreach (var (name, completion) in completions)
            {
                completion.Complete(answer.Outputs.Find(name), answer.IsComplete, SourcesOf(resource, answer, name), warning => Warn(registration, name, warning));
            }
        }
        catch (Exception e)
        {
            var failure = e is RpcException ? Explain(registration, e) : e;
            resource.UrnSource.Fail(failure);
            (resource as CustomResource)?.IdSource.Fail(failure);
            foreach (var (_, completion) in completions)
            {
                completion.Fail(failure);
            }

            if (ReferenceEquals(failure, e))
            {
                throw;
            }

            throw failure;
        }
    }

    private static ResourceException Explain(Registration registration, Exception cause) =>
        new($"{registration.Type} '{registration.Name}': {cause.Message}", registration.Resource, hideStack: true, cause);

    /// <summary>A remote component says itself which resources each of its outputs came from.</summary>
    private static ImmutableHashSet<Resource> SourcesOf(Resource resource, Answer answer, string property) =>
        answer.Dependencies.TryGetValue(property, out var urns)
            ? [resource, .. urns.Select(urn => new DependencyResource(urn))]
            : [resource];

    private async Task<Answer> AskAsync(Registration registration)
    {
        if (registration.Options.Urn is { } urn)
        {
            return await LookUpAsync(urn);
        }

        if (registration.Options.Id is { } input && await input.ToOutput().DataTask is var id && (!id.IsKnown || !string.IsNullOrEmpty(id.Value)))
        {
            return registration.Resource is CustomResource
                ? await ReadAsync(registration, id.IsKnown ? id.Value : PropertyCodec.UnknownText)
                : throw new ArgumentException("ResourceOptions.Id is only valid for a CustomResource");
        }

        var request = await RegistrationRequests.RegisterAsync(registration, context);
        var response = await context.Monitor.RegisterAsync(registration.Resource, request);
        return new Answer(
            response.Urn,
            response.Id,
            PropertyCodec.FromStruct(response.Object),
            IsComplete: !context.IsDryRun && response.Result == Result.Success,
            registration.Remote ? response.PropertyDependencies.ToImmutableDictionary(item => item.Key, item => item.Value.Urns.ToImmutableArray()) : Answer.NoDependencies);
    }

    private async Task<Answer> ReadAsync(Registration registration, string id)
    {
        var request = await RegistrationRequests.ReadAsync(registration, id, context);
        var response = await context.Monitor.ReadAsync(registration.Resource, request);
        var isKnown = id != PropertyCodec.UnknownText;
        return new Answer(response.Urn, isKnown ? id : "", PropertyCodec.FromStruct(response.Properties), IsComplete: isKnown && !context.IsDryRun, Answer.NoDependencies);
    }

    private async Task<Answer> LookUpAsync(string urn)
    {
        var response = await context.Monitor.InvokeAsync(new ResourceInvokeRequest
        {
            Tok = "pulumi:pulumi:getResource",
            Args = PropertyCodec.ToStruct(PropertyMap.Of(("urn", urn))),
            AcceptResources = await context.KeepsResourcesAsync(),
        });
        if (response.Failures.Count > 0)
        {
            throw new RunException($"getResource of '{urn}' failed: {string.Join("; ", response.Failures.Select(failure => failure.Reason))}");
        }

        var answer = PropertyCodec.FromStruct(response.Return);
        var state = answer.Find("state") is ObjectValue { Map: var map } ? map : PropertyMap.Empty;
        return new Answer(answer.Text("urn") ?? urn, answer.Text("id") ?? "", state, IsComplete: !context.IsDryRun, Answer.NoDependencies);
    }

    private async Task RegisterOutputsAsync(ComponentResource component, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await component.Urn.DataTask;
        var writer = new PropertyWriter(await context.KeepsResourcesAsync());
        var written = await writer.WriteAsync("outputs", outputs);
        // Outputs of a component are a map on the wire even when they hang together on one secret or unknown.
        var map = written switch
        {
            ObjectValue open => open.Map,
            SecretValue { Value: ObjectValue secret } => Wrap(secret.Map),
            _ => PropertyMap.Empty,
        };
        await context.Monitor.RegisterOutputsAsync(new RegisterResourceOutputsRequest { Urn = urn.Value, Outputs = PropertyCodec.ToStruct(map) });
    }

    private static PropertyMap Wrap(PropertyMap map) => PropertyMap.Create(map.Select(item => KeyValuePair.Create(item.Key, (PropertyValue)new SecretValue(item.Value))));

    private void Warn(Registration registration, string property, string warning) =>
        context.Logger.Log(LogLevel.Warning, $"{registration.Type} '{registration.Name}', output {property}: {warning}");

    /// <param name="Urn">The URN of the resource.</param>
    /// <param name="Id">Empty while it is not known, and for components.</param>
    /// <param name="Outputs">By wire name.</param>
    /// <param name="IsComplete">Whether an output that is not listed is known to have no value.</param>
    /// <param name="Dependencies">URNs by output, of remote components.</param>
    private sealed record Answer(string Urn, string Id, PropertyMap Outputs, bool IsComplete, ImmutableDictionary<string, ImmutableArray<string>> Dependencies)
    {
        public static ImmutableDictionary<string, ImmutableArray<string>> NoDependencies { get; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;
    }
}

/// <summary>Everything that a constructor said about a resource.</summary>
internal sealed record Registration(Resource Resource, string Type, string Name, bool Custom, bool Remote, ResourceArgs Args, ResourceOptions Options, SourcePosition? Position);
