using System.Globalization;
using System.Text;
using FinOps.LocalEngine.Problems;

namespace FinOps.LocalEngine.State;

/// <summary>
/// Keeps two runs off one stack. The operating system's file lock is what counts, so it ends with its process, however that ends;
/// the process id inside is for people. A finished run leaves the file empty.
/// </summary>
internal sealed class StackLock : IDisposable
{
    private readonly FileStream _file;

    private StackLock(FileStream file, string? left)
    {
        _file = file;
        LeftBy = left;
    }

    /// <summary>Process id of a run that ended without releasing; null when the last one ended well.</summary>
    public string? LeftBy { get; }

    /// <exception cref="EngineException">FIN3011: another process holds it.</exception>
    public static StackLock Take(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new EngineException(
                ErrorIds.StateLocked, path, "", $"a run in progress (process {Holder(path)})", "one run for each stack at a time",
                "Wait until it has finished, or stop it; the lock ends with its process.", e);
        }

        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        var left = reader.ReadToEnd().Trim();
        file.SetLength(0);
        file.Write(Encoding.UTF8.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        file.Flush();
        return new StackLock(file, left.Length == 0 ? null : left);
    }

    public void Dispose()
    {
        _file.SetLength(0);
        _file.Dispose();
    }

    private static string Holder(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd().Trim() is { Length: > 0 } id ? id : "unknown";
        }
        catch (IOException)
        {
            // Where locks are mandatory (Windows), the holder's id cannot be read.
            return "unknown";
        }
    }
}
