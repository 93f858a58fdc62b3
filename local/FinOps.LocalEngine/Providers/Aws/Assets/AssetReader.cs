using System.Text;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Assets;

/// <summary>The bytes of assets and the entries of archives. Nothing is fetched from the network.</summary>
internal static class AssetReader
{
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="NotSupportedException">The asset is a URL.</exception>
    public static Task<byte[]> ReadAsync(AssetValue asset, string programDirectory, CancellationToken cancellationToken)
    {
        if (asset.Text is { } text)
            return Task.FromResult(Encoding.UTF8.GetBytes(text));
        if (asset.Path is not { } path)
            throw new NotSupportedException($"the remote asset {asset.Uri}");
        var file = Path.GetFullPath(path, programDirectory);
        return File.Exists(file) ? File.ReadAllBytesAsync(file, cancellationToken) : throw new FileNotFoundException(null, file);
    }

    /// <summary>The file that an archive is, or null for a folder and for a map of assets.</summary>
    public static string? ArchiveFile(ArchiveValue archive, string programDirectory) =>
        archive.Path is { } path && Path.GetFullPath(path, programDirectory) is var full && File.Exists(full) ? full : null;

    /// <summary>Names with forward slashes, sorted; each with how to read it.</summary>
    /// <exception cref="FileNotFoundException">A folder is not there.</exception>
    /// <exception cref="NotSupportedException">The archive, or one inside it, is a URL.</exception>
    public static SortedDictionary<string, Func<Task<byte[]>>> Entries(ArchiveValue archive, string programDirectory, CancellationToken cancellationToken)
    {
        var entries = new SortedDictionary<string, Func<Task<byte[]>>>(StringComparer.Ordinal);
        Collect("", archive);
        return entries;

        void Collect(string prefix, ArchiveValue from)
        {
            if (from.Assets is { } assets)
            {
                foreach (var (name, value) in assets)
                {
                    if (value is AssetValue asset)
                        entries[prefix + name] = () => ReadAsync(asset, programDirectory, cancellationToken);
                    else if (value is ArchiveValue nested)
                        Collect(prefix + name + "/", nested);
                }
                return;
            }
            if (from.Path is not { } path)
                throw new NotSupportedException($"the remote archive {from.Uri}");
            var folder = Path.GetFullPath(path, programDirectory);
            if (!Directory.Exists(folder))
                throw new FileNotFoundException(null, folder);
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                entries[prefix + Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')] = () => File.ReadAllBytesAsync(file, cancellationToken);
        }
    }
}
