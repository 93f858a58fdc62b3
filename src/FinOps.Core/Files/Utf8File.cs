using System.Text;
using FinOps.Core.Problems;

namespace FinOps.Core.Files;

/// <summary>Text files that people write and programs read: strictly UTF-8, and replaced as a whole.</summary>
public static class Utf8File
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="id">The problem's id when the file cannot be read.</param>
    /// <param name="fix">What to do then.</param>
    /// <exception cref="ProblemException">It is not there, cannot be read, or is not UTF-8.</exception>
    public static string Read(string path, string id, string fix)
    {
        try
        {
            return File.ReadAllText(path, _strict);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DecoderFallbackException or NotSupportedException)
        {
            var found = failure is FileNotFoundException or DirectoryNotFoundException ? "no such file" : failure.Message;
            throw new ProblemException([new Problem(id, path, "file", found, "a readable UTF-8 file", fix)]);
        }
    }

    /// <param name="problems">Takes why it cannot be read.</param>
    /// <returns>Null when there is no such file, or it cannot be read.</returns>
    public static string? ReadIfThere(string path, string id, string fix, ICollection<Problem> problems)
    {
        try
        {
            return File.Exists(path) ? Read(path, id, fix) : null;
        }
        catch (ProblemException unreadable)
        {
            problems.Add(unreadable.Problems.Single());
            return null;
        }
    }

    /// <summary>Writes beside the file and moves over it, so that no reader ever sees half of it; a file that is a link stays one.</summary>
    /// <exception cref="IOException">It cannot be written; what was there before is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void Replace(string path, string text)
    {
        var target = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var beside = $"{target}.{Path.GetRandomFileName()}";
        try
        {
            File.WriteAllText(beside, text, _strict);
            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
