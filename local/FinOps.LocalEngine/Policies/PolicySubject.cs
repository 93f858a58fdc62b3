using FinOps.LocalEngine.Resources;
using FinOps.LocalEngine.State;
using Google.Protobuf;
using Pulumi.Rpc.Values;
using Pulumirpc;

namespace FinOps.LocalEngine.Policies;

/// <summary>A resource as policies see it.</summary>
/// <param name="Provider">Null for components, the stack and providers.</param>
internal sealed record PolicySubject(ResourceGoal Goal, ResourceState? Provider)
{
    /// <param name="all">True with the engine's own properties, which start with two underscores.</param>
    public AnalyzeRequest ToRequest(PropertyMap properties, bool all)
    {
        var request = new AnalyzeRequest { Type = Goal.Type, Urn = Goal.Urn, Name = Goal.Name, Properties = Encode(properties, all), Options = Options() };
        if (ProviderMessage() is { } provider)
        {
            request.Provider = provider;
        }

        return request;
    }

    public AnalyzerResource ToResource(ResourceState state)
    {
        var resource = new AnalyzerResource
        {
            Type = Goal.Type,
            Urn = Goal.Urn,
            Name = Goal.Name,
            Properties = Encode(state.Outputs, all: false),
            Options = Options(),
            Parent = Goal.Parent,
            Dependencies = { state.Dependencies },
        };
        foreach (var (name, urns) in state.PropertyDependencies)
        {
            resource.PropertyDependencies.Add(name, new AnalyzerPropertyDependencies { Urns = { urns } });
        }

        if (ProviderMessage() is { } provider)
        {
            resource.Provider = provider;
        }

        return resource;
    }

    private static ByteString Encode(PropertyMap properties, bool all) => PropertyCodec.ToBytes(Lowering.References(
        all ? properties : PropertyMap.Create(properties.Where(item => !item.Key.StartsWith("__", StringComparison.Ordinal)))));

    private AnalyzerResourceOptions Options()
    {
        var options = new AnalyzerResourceOptions
        {
            Protect = Goal.Protect,
            IgnoreChanges = { Goal.IgnoreChanges },
            DeleteBeforeReplace = Goal.DeleteBeforeReplace ?? false,
            DeleteBeforeReplaceDefined = Goal.DeleteBeforeReplace is not null,
            AdditionalSecretOutputs = { Goal.AdditionalSecretOutputs },
            Aliases = { Goal.Aliases },
            Parent = Goal.Parent,
        };
        if (Goal.CustomTimeouts is { } timeouts)
        {
            options.CustomTimeouts = new AnalyzerResourceOptions.Types.CustomTimeouts
            {
                Create = timeouts.Create?.TotalSeconds ?? 0,
                Update = timeouts.Update?.TotalSeconds ?? 0,
                Delete = timeouts.Delete?.TotalSeconds ?? 0,
                Read = timeouts.Read?.TotalSeconds ?? 0,
            };
        }

        return options;
    }

    private AnalyzerProviderResource? ProviderMessage() => Provider is null
        ? null
        : new AnalyzerProviderResource
        {
            Type = Provider.Type,
            Urn = Provider.Urn,
            Name = Urn.Name(Provider.Urn),
            Properties = Encode(Provider.Inputs, all: false),
        };
}
