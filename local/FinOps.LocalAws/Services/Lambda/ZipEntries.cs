using System.IO.Compression;

namespace FinOps.LocalAws.Services.Lambda;

/// <summary>Unpacks a zip without letting an entry out of the target folder.</summary>
internal static class ZipEntries
{
    private const int TypeMask = 0xF000;
    private const int Link = 0xA000;

    /// <summary>False for absolute names, names that climb out, back-slashed names and symbolic links.</summary>
    public static bool IsSafe(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        return name.Length > 0 && !name.Contains('\\', StringComparison.Ordinal) && !name.Contains('\0', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal)
            && !name.StartsWith('/') && !name.Split('/').Contains("..")
            && (Mode(entry) & TypeMask) != Link;
    }

    /// <exception cref="InvalidDataException">An entry is not safe.</exception>
    public static void Extract(byte[] zip, string folder)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            if (!IsSafe(entry))
                throw new InvalidDataException($"The zip entry '{entry.FullName}' points outside the package.");
            var path = Path.Combine(folder, entry.FullName);
            if (entry.FullName.EndsWith('/'))
            {
                Directory.CreateDirectory(path);
                continue;
            }
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var source = entry.Open())
            using (var target = File.Create(path))
                source.CopyTo(target);
            if (!OperatingSystem.IsWindows() && (UnixFileMode)(Mode(entry) & 0x1FF) is not 0 and var mode)
                File.SetUnixFileMode(path, mode | UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    // Zip tools on Unix keep the file's mode in the upper half of the external attributes.
    private static int Mode(ZipArchiveEntry entry) => (entry.ExternalAttributes >> 16) & 0xFFFF;
}
