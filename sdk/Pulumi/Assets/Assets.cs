using Pulumi.Rpc.Values;

namespace Pulumi;

/// <summary>One file.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset()
    {
    }
}

/// <summary>A file on disk; a relative path is taken from the program's working folder.</summary>
public sealed class FileAsset(string path) : Asset
{
    internal override PropertyValue ToWire() => new AssetValue(null, path, null);
}

/// <summary>A file given as text.</summary>
public sealed class StringAsset(string text) : Asset
{
    internal override PropertyValue ToWire() => new AssetValue(text, null, null);
}

/// <summary>A file that the engine fetches (http, https or file).</summary>
public sealed class RemoteAsset(string uri) : Asset
{
    internal override PropertyValue ToWire() => new AssetValue(null, null, uri);
}
