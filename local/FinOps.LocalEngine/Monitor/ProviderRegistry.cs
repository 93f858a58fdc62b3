using System.Collections.Concurrent;
using System.Text.Json;
using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Problems;
using FinOps.LocalEngine.Providers;
using FinOps.LocalEngine.Resources;
using FinOps.LocalEngine.State;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Monitor;

/// <summary>A provider that can be called, with the state of its resource.</summary>
internal sealed record ProviderInstance(ProviderReference Reference, ILocalProvider Provider, ResourceState State);

/// <summary>Finds the provider of a resource: named by the program, inherited, or the package's default, which is registered when first needed.</summary>
internal sealed class ProviderRegistry(DeploymentRun run, IReadOnlyList<IProviderFactory> factories) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ProviderInstance> _byUrn = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<ProviderInstance>>> _defaults = new(StringComparer.Ordinal);

    /// <summary>Registers a default provider like any resource; set once by the registrar.</summary>
    public Func<ResourceGoal, Task<ResourceState>> Register { get; set; } = _ => throw new InvalidOperationException("no registrar yet");

    /// <exception cref="EngineException">FIN3030: no factory serves the package.</exception>
    public ProviderResources ResourcesOf(string package, string neededBy) =>
        factories.FirstOrDefault(factory => factory.Package == package) is { } factory
            ? new ProviderResources(factory, run.Project.ProgramDirectory)
            : throw new EngineException(
                ErrorIds.NoProvider, neededBy, "", $"a type of the package '{package}'",
                factories.Count == 0 ? "no package: the engine was started without providers" : string.Join(", ", factories.Select(factory => factory.Package).Order(StringComparer.Ordinal)),
                "The embedded engine has providers for these packages only; deploy this program with the pulumi CLI, or leave the resource away.");

    /// <summary>Makes the provider of a provider resource that was just registered callable.</summary>
    public void Add(ResourceState state)
    {
        var reference = new ProviderReference(state.Urn, state.Id.Length == 0 ? PropertyCodec.UnknownText : state.Id);
        _byUrn[state.Urn] = new ProviderInstance(reference, Make(state), state);
    }

    /// <exception cref="EngineException">FIN3034: the program names a provider that it has not registered.</exception>
    public async Task<ProviderInstance> FindAsync(string reference, string package, string version, string neededBy)
    {
        if (reference.Length == 0)
        {
            return await DefaultAsync(package, version, neededBy);
        }

        var urn = ProviderReference.Parse(reference).Urn;
        return _byUrn.GetValueOrDefault(urn) ?? throw new EngineException(
            ErrorIds.UnknownResource, neededBy, "provider", $"'{urn}'", "a provider that the program has registered before", "Create the provider resource first.");
    }

    /// <summary>For what is only in state: the provider of this run if there is one, else as it was then.</summary>
    public ProviderInstance FindOld(ResourceState resource)
    {
        var reference = ProviderReference.Parse(resource.Provider);
        return _byUrn.GetOrAdd(reference.Urn, urn =>
        {
            var state = run.Store.State.Entries().Select(entry => entry.Value).FirstOrDefault(state => state.Urn == urn && state.Id == reference.Id)
                ?? throw new EngineException(
                    ErrorIds.StateCorrupted, resource.Urn, "provider", $"'{reference}', which the state does not hold", "a provider of the state", "Restore the state from a copy.");
            return new ProviderInstance(reference, Make(state), state);
        });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in _byUrn.Values)
        {
            switch (instance.Provider)
            {
                case IAsyncDisposable disposable:
                    await disposable.DisposeAsync();
                    break;
                case IDisposable disposable:
                    disposable.Dispose();
                    break;
            }
        }
    }

    private static PropertyValue FromConfig(string text, bool secret) => secret ? new SecretValue(text) : text;

    private ILocalProvider Make(ResourceState state)
    {
        var (provider, failures) = ResourcesOf(Urn.Package(state.Type), state.Urn).Make(state.Inputs);
        return provider ?? throw new EngineException(failures
            .Select(failure => new EngineProblem(ErrorIds.ProviderConfigInvalid, state.Urn, failure.Property, failure.Reason, "a valid provider configuration", "Correct the provider's arguments or the stack's config."))
            .ToList());
    }

    private Task<ProviderInstance> DefaultAsync(string package, string version, string neededBy) =>
        _defaults.GetOrAdd($"{package} {version}", _ => new Lazy<Task<ProviderInstance>>(() => RegisterDefaultAsync(package, version, neededBy))).Value;

    private async Task<ProviderInstance> RegisterDefaultAsync(string package, string version, string neededBy)
    {
        ResourcesOf(package, neededBy);
        if (run.Config.Values.GetValueOrDefault("pulumi:disable-default-providers") is { } disabled
            && JsonSerializer.Deserialize<string[]>(disabled) is { } names
            && (names.Contains("*") || names.Contains(package)))
        {
            throw new EngineException(
                ErrorIds.DefaultProviderDisabled, neededBy, "provider", "no provider", "an explicit provider: 'pulumi:disable-default-providers' forbids the default one",
                $"Pass a provider of {package} to the resource or its parent.");
        }

        var type = Urn.ProviderPrefix + package;
        var name = version.Length == 0 ? "default" : "default_" + version.Replace('.', '_').Replace('-', '_').Replace('+', '_');
        var inputs = PropertyMap.Create(run.Config.Namespace(package).Select(item => KeyValuePair.Create(item.Name, FromConfig(item.Value, item.Secret))));
        var state = await Register(new ResourceGoal
        {
            Urn = Urn.Create(run.Request.StackName, run.Project.Name, "", type, name),
            Type = type,
            Name = name,
            Custom = true,
            Inputs = version.Length == 0 ? inputs : inputs.Set("version", version),
            Version = version,
        });
        return _byUrn[state.Urn];
    }
}
