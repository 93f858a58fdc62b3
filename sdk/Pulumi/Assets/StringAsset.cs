using Pulumi.Rpc.Values;

namespace Pulumi;

/// <summary>A file given as text.</summary>
public sealed class StringAsset(string text) : Asset
{
    internal override PropertyValue ToWire() => new AssetValue(text, null, null);
}
