using Pulumi.Rpc.Values;

namespace Pulumi;

/// <summary>An archive file that the engine fetches (http, https or file).</summary>
public sealed class RemoteArchive(string uri) : Archive
{
    internal override PropertyValue ToWire() => new ArchiveValue(null, null, uri);
}
