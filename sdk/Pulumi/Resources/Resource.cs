using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Something with an identity (URN) in a stack. Its constructor starts the registration; outputs arrive later.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly Lock _childrenLock = new();
    private List<Resource>? _children;

    private protected Resource(string type, string name, bool custom, ResourceArgs args, ResourceOptions options, bool remote = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        _type = type;
        _name = name;
        IsRemote = remote;

        var context = DeploymentContext.Current;
        var explicitParent = options.Parent;
        Transformations = [.. options.TransformationsOrEmpty, .. (explicitParent ?? context.Stack)?.Transformations ?? []];
        (args, options) = Transform(args, options);
        options = options.Clone();

        options.Protect ??= explicitParent?.Protect;
        Protect = options.Protect;
        Providers = ProviderMap.Of(type, custom, options, explicitParent);
        if (custom)
        {
            options.Provider ??= Providers.GetValueOrDefault(ProviderMap.PackageOf(type));
        }

        explicitParent?.AddChild(this);
        options.Parent ??= context.Stack;
        context.Registrar.Start(this, type, name, custom, remote, args, options);
    }

    /// <summary>A resource of which only the URN is known.</summary>
    private protected Resource(string urn)
    {
        _type = Pulumi.Urn.TypeOf(urn);
        _name = Pulumi.Urn.NameOf(urn);
        Transformations = [];
        Providers = ImmutableDictionary<string, ProviderResource>.Empty;
        UrnSource.Set(OutputData.Known(urn) with { Resources = [this] });
    }

    [Output("urn")]
    public Output<string> Urn => UrnSource.Output;

    internal Serialization.OutputCompletion<string> UrnSource { get; } = new();

    internal bool IsRemote { get; }

    internal bool? Protect { get; }

    internal ImmutableArray<ResourceTransformation> Transformations { get; }

    /// <summary>By package: what the children use when they name no provider.</summary>
    internal ImmutableDictionary<string, ProviderResource> Providers { get; }

    /// <summary>For example <c>aws:s3/bucketV2:BucketV2</c>.</summary>
    public string GetResourceType() => _type;

    /// <summary>The logical name that the program gave.</summary>
    public string GetResourceName() => _name;

    internal ImmutableArray<Resource> Children()
    {
        lock (_childrenLock)
        {
            return _children is null ? [] : [.. _children];
        }
    }

    private void AddChild(Resource child)
    {
        lock (_childrenLock)
        {
            (_children ??= []).Add(child);
        }
    }

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        var parent = options.Parent;
        foreach (var transformation in Transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is not { } result)
            {
                continue;
            }

            if (result.Options.Parent != parent)
            {
                throw new InvalidOperationException($"a transformation of {_type} '{_name}' changed its Parent, which is not allowed");
            }

            (args, options) = (result.Args, result.Options);
        }

        return (args, options);
    }
}
