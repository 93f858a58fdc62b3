using Pulumi.Rpc.Values;

namespace Pulumi;

/// <summary>A file that the engine fetches (http, https or file).</summary>
public sealed class RemoteAsset(string uri) : Asset
{
    internal override PropertyValue ToWire() => new AssetValue(null, null, uri);
}
