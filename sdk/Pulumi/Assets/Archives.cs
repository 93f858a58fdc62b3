using Pulumi.Rpc.Values;

namespace Pulumi;

/// <summary>Several files.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive()
    {
    }
}

/// <summary>A folder, or a .tar, .tgz, .tar.gz, .zip or .jar file, on disk.</summary>
public sealed class FileArchive(string path) : Archive
{
    internal override PropertyValue ToWire() => new ArchiveValue(null, path, null);
}

/// <summary>An archive file that the engine fetches (http, https or file).</summary>
public sealed class RemoteArchive(string uri) : Archive
{
    internal override PropertyValue ToWire() => new ArchiveValue(null, null, uri);
}

/// <summary>Assets and archives by their path inside the archive.</summary>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets) : Archive
{
    internal override PropertyValue ToWire() =>
        new ArchiveValue(PropertyMap.Create(assets.Select(item => KeyValuePair.Create(item.Key, item.Value.ToWire()))), null, null);
}
