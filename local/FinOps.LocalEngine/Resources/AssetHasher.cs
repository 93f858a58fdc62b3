using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FinOps.LocalEngine.Problems;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Resources;

/// <summary>
/// Fills in the hashes of assets and archives, by which a change of a file is a change of the resource.
/// A file counts by its bytes, a folder by its sorted relative paths and their bytes, so times and owners do not matter;
/// something remote counts by its address.
/// </summary>
internal sealed class AssetHasher(string programDirectory)
{
    /// <exception cref="EngineException">FIN3032: a file or folder is not there.</exception>
    public PropertyMap Fill(PropertyMap map) =>
        PropertyMap.Create(map.Select(item => KeyValuePair.Create(item.Key, Fill(item.Value))));

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string HashOfFile(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static string HashOfFolder(string path)
    {
        var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Select(file => (File: file, Name: Path.GetRelativePath(path, file).Replace('\\', '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        return HashOf(string.Concat(files.Select(file => $"{file.Name}\0{HashOfFile(file.File)}\n")));
    }

    private PropertyValue Fill(PropertyValue value) => value switch
    {
        AssetValue asset => asset with { Hash = Hash(asset) },
        ArchiveValue archive => Fill(archive),
        SecretValue secret => new SecretValue(Fill(secret.Value)),
        ListValue list => new ListValue(list.Items.Select(Fill).ToImmutableArray()),
        ObjectValue map => new ObjectValue(Fill(map.Map)),
        _ => value,
    };

    private string Hash(AssetValue asset) => asset switch
    {
        { Text: { } text } => HashOf(text),
        { Path: { } path } => Existing(path, File.Exists) is { } file ? HashOfFile(file) : throw Missing(path, "a file"),
        _ => HashOf($"uri {asset.Uri}"),
    };

    private ArchiveValue Fill(ArchiveValue archive)
    {
        if (archive.Assets is { } assets)
        {
            var filled = Fill(assets);
            var lines = filled.Select(item => $"{item.Key}\0{(item.Value as AssetValue)?.Hash ?? (item.Value as ArchiveValue)?.Hash}\n");
            return archive with { Assets = filled, Hash = HashOf(string.Concat(lines)) };
        }

        if (archive.Path is { } path)
        {
            return archive with
            {
                Hash = Existing(path, Directory.Exists) is { } folder ? HashOfFolder(folder)
                    : Existing(path, File.Exists) is { } file ? HashOfFile(file)
                    : throw Missing(path, "a folder or an archive file"),
            };
        }

        return archive with { Hash = HashOf($"uri {archive.Uri}") };
    }

    private string? Existing(string path, Predicate<string> exists) =>
        Path.GetFullPath(path, programDirectory) is var full && exists(full) ? full : null;

    private EngineException Missing(string path, string what) => new(
        ErrorIds.InputsInvalid, Path.GetFullPath(path, programDirectory), "", "nothing", what, "An asset or archive names it; relative paths start at the program's folder.");
}
