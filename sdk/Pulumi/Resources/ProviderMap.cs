using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Which provider serves which package below a resource.</summary>
internal static class ProviderMap
{
    /// <summary>The text before the first colon: <c>aws</c> of <c>aws:s3/bucketV2:BucketV2</c>.</summary>
    public static string PackageOf(string type) => type.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? type[..colon] : type;

    public static ImmutableDictionary<string, ProviderResource> Of(string type, bool custom, ResourceOptions options, Resource? parent)
    {
        var inherited = parent?.Providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        if (options is ComponentResourceOptions component)
        {
            inherited = inherited.SetItems(component.Providers.Select(provider => KeyValuePair.Create(provider.Package, provider)));
        }

        // A custom resource hands its provider on only for the package that the provider serves.
        return options.Provider is { } own && (!custom || own.Package == PackageOf(type)) ? inherited.SetItem(own.Package, own) : inherited;
    }
}
