using Pulumi.Rpc.Values;

namespace Pulumi;

/// <summary>A file on disk; a relative path is taken from the program's working folder.</summary>
public sealed class FileAsset(string path) : Asset
{
    internal override PropertyValue ToWire() => new AssetValue(null, path, null);
}
