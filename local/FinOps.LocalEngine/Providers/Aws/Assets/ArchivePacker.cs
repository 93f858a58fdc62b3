using System.IO.Compression;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Assets;

/// <summary>
/// The zip of an archive: a folder, a map of assets, or a zip file as it is. Entries are sorted and carry one fixed time,
/// so that equal content gives equal bytes; files are executable, which a custom Lambda runtime's bootstrap must be.
/// </summary>
internal static class ArchivePacker
{
    private const int RegularFileRwxrxrx = (0x8000 | 0x1ED) << 16;
    private static readonly DateTimeOffset _fixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc cref="AssetReader.Entries"/>
    public static async Task<byte[]> PackAsync(ArchiveValue archive, string programDirectory, CancellationToken cancellationToken)
    {
        if (AssetReader.ArchiveFile(archive, programDirectory) is { } file)
            return await File.ReadAllBytesAsync(file, cancellationToken);
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, read) in AssetReader.Entries(archive, programDirectory, cancellationToken))
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
}
