using Pulumi.Rpc.Values;

namespace Pulumi;

/// <summary>Assets and archives by their path inside the archive.</summary>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets) : Archive
{
    internal override PropertyValue ToWire() =>
        new ArchiveValue(PropertyMap.Create(assets.Select(item => KeyValuePair.Create(item.Key, item.Value.ToWire()))), null, null);
}
