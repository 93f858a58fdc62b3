using FinOps.Core.Files;
using FinOps.Core.Problems;

namespace FinOps.Core.Tagging;

/// <summary>Where a standard is found, and how its file is read.</summary>
public static class TagStandardFile
{
    /// <summary>Ample for thousands of values; a file beyond it is not a tag standard.</summary>
    private const long MaxBytes = 1024 * 1024;

    /// <returns>The standard in <paramref name="directory"/> or the nearest folder above it, or null.</returns>
    public static string? FindUpwards(string directory)
    {
        for (var folder = new DirectoryInfo(Path.GetFullPath(directory)); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, TagStandard.FileName);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    internal static TagStandard Load(string path)
    {
        const string Fix = $"Give the path of your {TagStandard.FileName}, or copy the one at the root of the repository.";
        return new FileInfo(path) is { Exists: true, Length: > MaxBytes } file
            ? throw new ProblemException([new Problem("FIN2009", path, "file", $"{file.Length} bytes", $"at most {MaxBytes} bytes", Fix)])
            : TagStandard.Parse(Utf8File.Read(path, "FIN2009", Fix), path);
    }
}
