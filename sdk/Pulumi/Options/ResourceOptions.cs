namespace Pulumi;

/// <summary>How a resource is managed, as opposed to what it is.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? _dependsOn;
    private List<string>? _ignoreChanges;
    private List<ResourceTransformation>? _resourceTransformations;
    private List<Input<Alias>>? _aliases;
    private List<string>? _replaceOnChanges;
    private List<string>? _hideDiffs;
    private InputList<Resource>? _replaceWith;

    private protected ResourceOptions()
    {
    }

    /// <summary>Non-empty: the resource is read by this id instead of being managed.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>Null means the stack.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Resources that must be there first; a component stands for everything in it.</summary>
    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }

    /// <summary>True: the engine refuses to delete it. Null inherits from the parent.</summary>
    public bool? Protect { get; set; }

    /// <summary>Property paths (<c>tags["owner"]</c>, <c>rules[0].name</c>) whose changes are not applied.</summary>
    public List<string> IgnoreChanges
    {
        get => _ignoreChanges ??= [];
        set => _ignoreChanges = value;
    }

    /// <summary>Semver of the provider package, without a <c>v</c>.</summary>
    public string? Version { get; set; }

    /// <summary>Null inherits the parent's provider for the package.</summary>
    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Run in the program, own first and then the parents', before the resource is registered.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => _resourceTransformations ??= [];
        set => _resourceTransformations = value;
    }

    /// <summary>Former identities, so that a rename is not a replacement.</summary>
    public List<Input<Alias>> Aliases
    {
        get => _aliases ??= [];
        set => _aliases = value;
    }

    /// <summary>Set: the resource is looked up in the state instead of being registered.</summary>
    public string? Urn { get; set; }

    /// <summary>Property paths whose change replaces the resource; custom resources only.</summary>
    public List<string> ReplaceOnChanges
    {
        get => _replaceOnChanges ??= [];
        set => _replaceOnChanges = value;
    }

    public string? PluginDownloadURL { get; set; }

    /// <summary>True: removing it from the program leaves it in the cloud. Null inherits from the parent.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>When this resource is deleted, so is the one at hand, without calling the provider.</summary>
    public Resource? DeletedWith { get; set; }

    /// <summary>When one of these is replaced, so is the one at hand.</summary>
    public InputList<Resource> ReplaceWith
    {
        get => _replaceWith ??= [];
        set => _replaceWith = value;
    }

    /// <summary>Property paths whose differences are not shown.</summary>
    public List<string> HideDiffs
    {
        get => _hideDiffs ??= [];
        set => _hideDiffs = value;
    }

    /// <summary>The resource is replaced when this value differs from the last update's.</summary>
    public Input<object>? ReplacementTrigger { get; set; }

    internal bool HasDependsOn => _dependsOn is not null;

    internal bool HasReplaceWith => _replaceWith is not null;

    internal IReadOnlyList<ResourceTransformation> TransformationsOrEmpty => _resourceTransformations ?? [];

    /// <summary>A copy that can be changed without the caller seeing it.</summary>
    internal abstract ResourceOptions Clone();

    /// <summary>Puts <paramref name="other"/> on top of this: its scalars win where set, its lists are appended.</summary>
    private protected void Overlay(ResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        Urn = other.Urn ?? Urn;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
        _dependsOn = Joined(_dependsOn, other._dependsOn);
        _replaceWith = Joined(_replaceWith, other._replaceWith);
        _ignoreChanges = Joined(_ignoreChanges, other._ignoreChanges);
        _resourceTransformations = Joined(_resourceTransformations, other._resourceTransformations);
        _aliases = Joined(_aliases, other._aliases);
        _replaceOnChanges = Joined(_replaceOnChanges, other._replaceOnChanges);
        _hideDiffs = Joined(_hideDiffs, other._hideDiffs);
    }

    private protected static List<T>? Joined<T>(List<T>? first, List<T>? second) =>
        second is null ? first : first is null ? [.. second] : [.. first, .. second];

    private static InputList<Resource>? Joined(InputList<Resource>? first, InputList<Resource>? second) =>
        second is null ? first : first is null ? second.Concat([]) : first.Concat(second);
}
