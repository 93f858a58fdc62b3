using System.Collections.Immutable;
using FinOps.LocalEngine.Resources;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.State;

/// <summary>What the engine knows of one resource, as in Pulumi's deployment format version 3.</summary>
public sealed record ResourceState
{
    public required string Urn { get; init; }

    public required string Type { get; init; }

    /// <summary>True for resources that a provider manages, false for components and the stack.</summary>
    public bool Custom { get; init; }

    /// <summary>True for the old half of a replacement that still has to be deleted.</summary>
    public bool Delete { get; init; }

    /// <summary>Empty for components, and in previews until the resource exists.</summary>
    public string Id { get; init; } = "";

    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    public PropertyMap Outputs { get; init; } = PropertyMap.Empty;

    public string Parent { get; init; } = "";

    /// <summary>Read, not managed: never deleted.</summary>
    public bool External { get; init; }

    public bool Protect { get; init; }

    public bool RetainOnDelete { get; init; }

    /// <summary>URN whose deletion takes this resource with it; empty for none.</summary>
    public string DeletedWith { get; init; } = "";

    /// <summary><c>URN::ID</c> of the provider; empty for components.</summary>
    public string Provider { get; init; } = "";

    public ImmutableArray<string> Dependencies { get; init; } = [];

    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    public CustomTimeouts? CustomTimeouts { get; init; }

    public PropertyValue? ReplacementTrigger { get; init; }

    /// <summary>Where the program made it, as <see cref="ProjectLine"/> writes it; empty when unknown.</summary>
    public string SourcePosition { get; init; } = "";

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Modified { get; init; }

    /// <summary>Every URN that must stand before this one in a deployment.</summary>
    internal IEnumerable<string> Needs()
    {
        if (Parent.Length > 0)
        {
            yield return Parent;
        }

        if (Provider.Length > 0)
        {
            yield return ProviderReference.Parse(Provider).Urn;
        }

        if (DeletedWith.Length > 0)
        {
            yield return DeletedWith;
        }

        foreach (var urn in Dependencies.Concat(PropertyDependencies.Values.SelectMany(urns => urns)))
        {
            yield return urn;
        }
    }

    /// <summary>Whether writing the other in place of this one would change nothing but times.</summary>
    internal bool SameAs(ResourceState other) =>
        (Urn, Type, Custom, Delete, Id, Parent, External) == (other.Urn, other.Type, other.Custom, other.Delete, other.Id, other.Parent, other.External)
        && (Protect, RetainOnDelete, DeletedWith, Provider, SourcePosition) == (other.Protect, other.RetainOnDelete, other.DeletedWith, other.Provider, other.SourcePosition)
        && Equals(CustomTimeouts, other.CustomTimeouts)
        && Equals(ReplacementTrigger, other.ReplacementTrigger)
        && Inputs.Equals(other.Inputs)
        && Outputs.Equals(other.Outputs)
        && Dependencies.SequenceEqual(other.Dependencies)
        && AdditionalSecretOutputs.SequenceEqual(other.AdditionalSecretOutputs)
        && IgnoreChanges.SequenceEqual(other.IgnoreChanges)
        && ReplaceOnChanges.SequenceEqual(other.ReplaceOnChanges)
        && PropertyDependencies.Count == other.PropertyDependencies.Count
        && PropertyDependencies.All(item => other.PropertyDependencies.TryGetValue(item.Key, out var urns) && urns.SequenceEqual(item.Value));

    internal ResourceState Renamed(Func<string, string> rename) => this with
    {
        Parent = Parent.Length == 0 ? "" : rename(Parent),
        DeletedWith = DeletedWith.Length == 0 ? "" : rename(DeletedWith),
        Provider = Provider.Length == 0 ? "" : (ProviderReference.Parse(Provider) is var p ? (p with { Urn = rename(p.Urn) }).ToString() : ""),
        Dependencies = Dependencies.Select(rename).ToImmutableArray(),
        PropertyDependencies = PropertyDependencies.ToImmutableSortedDictionary(item => item.Key, item => item.Value.Select(rename).ToImmutableArray(), StringComparer.Ordinal),
    };
}
