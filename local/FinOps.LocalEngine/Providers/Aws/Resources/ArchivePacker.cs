using System.IO.Compression;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>
/// The zip of an archive: a folder, a map of assets, or a zip file as it is. Entries are sorted and carry one fixed time,
/// so that equal content gives equal bytes; files are executable, which a custom Lambda runtime's bootstrap must be.
/// </summary>
internal static class ArchivePacker
{
    private const int RegularFileRwxrxrx = (0x8000 | 0x1ED) << 16;
    private static readonly DateTimeOffset _fixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<byte[]> PackAsync(ArchiveValue archive, ResourceCall call, string programDirectory, CancellationToken cancellationToken)
    {
        if (archive.Path is { } path)
        {
            var full = Path.GetFullPath(path, programDirectory);
            if (File.Exists(full))
                return await File.ReadAllBytesAsync(full, cancellationToken);
        }
        var entries = new SortedDictionary<string, Func<Task<byte[]>>>(StringComparer.Ordinal);
        Collect("", archive, call, programDirectory, entries, cancellationToken);

        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, read) in entries)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = _fixedTime;
                entry.ExternalAttributes = RegularFileRwxrxrx;
                await using var stream = await entry.OpenAsync(cancellationToken);
                await stream.WriteAsync(await read(), cancellationToken);
            }
        }
        return buffer.ToArray();
    }

    private static void Collect(string prefix, ArchiveValue archive, ResourceCall call, string programDirectory, SortedDictionary<string, Func<Task<byte[]>>> entries, CancellationToken cancellationToken)
    {
        if (archive.Assets is { } assets)
        {
            foreach (var (name, value) in assets)
            {
                if (value is AssetValue asset)
                    entries[prefix + name] = () => AssetReader.ReadAsync(asset, call, programDirectory, cancellationToken);
                else if (value is ArchiveValue nested)
                    Collect(prefix + name + "/", nested, call, programDirectory, entries, cancellationToken);
            }
        }
        else if (archive.Path is { } path)
        {
            var folder = Path.GetFullPath(path, programDirectory);
            if (!Directory.Exists(folder))
                throw AwsFailures.FileMissing(call, folder);
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                entries[prefix + Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')] = () => File.ReadAllBytesAsync(file, cancellationToken);
        }
        else
        {
            throw AwsFailures.NotApplied(call, $"the remote archive {archive.Uri}", "Use a folder or a zip file of the program's folder.");
        }
    }
}
