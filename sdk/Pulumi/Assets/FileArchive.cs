using Pulumi.Rpc.Values;

namespace Pulumi;

/// <summary>A folder, or a .tar, .tgz, .tar.gz, .zip or .jar file, on disk.</summary>
public sealed class FileArchive(string path) : Archive
{
    internal override PropertyValue ToWire() => new ArchiveValue(null, path, null);
}
