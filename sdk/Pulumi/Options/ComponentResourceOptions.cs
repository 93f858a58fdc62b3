namespace Pulumi;

/// <summary>Options of a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? _providers;

    /// <summary>Providers for the component's children, one a package.</summary>
    public List<ProviderResource> Providers
    {
        get => _providers ??= [];
        set => _providers = value;
    }

    /// <summary>
    /// A new set of options: scalars of <paramref name="options2"/> win where set, lists are concatenated; of two providers for one
    /// package the later wins, and a single <see cref="ResourceOptions.Provider"/> becomes one of <see cref="Providers"/>.
    /// </summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        merged.OverlayComponent(options1);
        merged.OverlayComponent(options2);
        return merged;
    }

    internal override ResourceOptions Clone()
    {
        var copy = new ComponentResourceOptions();
        copy.Overlay(this);
        copy._providers = Joined(_providers, null);
        return copy;
    }

    private void OverlayComponent(ComponentResourceOptions? other)
    {
        Overlay(other);
        if (other?._providers is null && other?.Provider is null)
        {
            return;
        }

        var byPackage = new Dictionary<string, ProviderResource>(StringComparer.Ordinal);
        foreach (var provider in (_providers ?? []).Concat(other.Provider is null ? [] : [other.Provider]).Concat(other._providers ?? []))
        {
            byPackage[provider.Package] = provider;
        }

        _providers = [.. byPackage.Values];
        Provider = null;
    }
}
