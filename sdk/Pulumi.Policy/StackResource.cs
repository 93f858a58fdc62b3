using System.Collections.Immutable;

namespace Pulumi.Policy;

/// <summary>A resource among all of its stack.</summary>
public sealed record StackResource(string Urn, string Type, string Name, PolicyResourceOptions Options, PolicyProvider? Provider)
    : PolicyResource(Urn, Type, Name, Options, Provider)
{
    public StackResource? Parent { get; internal set; }

    public ImmutableArray<StackResource> Dependencies { get; internal set; } = [];

    /// <summary>The resources that each property was made from.</summary>
    public ImmutableDictionary<string, ImmutableArray<StackResource>> PropertyDependencies { get; internal set; } =
        ImmutableDictionary<string, ImmutableArray<StackResource>>.Empty;

    // Parents and dependencies form a graph; comparing or printing it member by member would not end.
    public bool Equals(StackResource? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Urn);

    public override string ToString() => Urn;
}
