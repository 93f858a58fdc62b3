using System.Collections.Immutable;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Resources;

/// <summary>What the program asked for, with what it inherits from its parent filled in.</summary>
internal sealed record ResourceGoal
{
    public required string Urn { get; init; }

    public required string Type { get; init; }

    public required string Name { get; init; }

    /// <summary>Empty for the root stack and for default providers.</summary>
    public string Parent { get; init; } = "";

    public bool Custom { get; init; }

    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    public bool Protect { get; init; }

    public bool RetainOnDelete { get; init; }

    public string DeletedWith { get; init; } = "";

    /// <summary><c>URN::ID</c>; empty to take the parent's or the default provider.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Provider references by package, for this component's children.</summary>
    public ImmutableDictionary<string, string> Providers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Of the provider package; empty for any.</summary>
    public string Version { get; init; } = "";

    public ImmutableArray<string> Dependencies { get; init; } = [];

    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>Null when the program left it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>URNs under which the resource may have stood before, best first.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public CustomTimeouts? CustomTimeouts { get; init; }

    public PropertyValue? ReplacementTrigger { get; init; }

    /// <summary>Where the program made it, as <see cref="ProjectLine"/> writes it; empty when unknown.</summary>
    public string SourcePosition { get; init; } = "";

    public bool IsProvider => Custom && Resources.Urn.IsProvider(Type);

    public string Package => Resources.Urn.Package(Type);
}
