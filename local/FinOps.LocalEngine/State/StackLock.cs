using System.Globalization;
using FinOps.LocalEngine.Problems;

namespace FinOps.LocalEngine.State;

/// <summary>
/// Keeps two runs off one stack. The operating system's file lock is what counts, so it ends with its process, however that ends.
/// The process id, for people, stands in a file beside it (a locked file cannot be read); a run that ends well removes that file.
/// </summary>
internal sealed class StackLock : IDisposable
{
    private readonly FileStream _file;
    private readonly string _owner;

    private StackLock(FileStream file, string owner, string? left)
    {
        _file = file;
        _owner = owner;
        LeftBy = left;
    }

    /// <summary>Process id of a run that ended without releasing; null when the last one ended well.</summary>
    public string? LeftBy { get; }

    /// <exception cref="EngineException">FIN3011: another process holds it.</exception>
    public static StackLock Take(StackFiles files)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(files.Lock)!);
        FileStream file;
        try
        {
            file = new FileStream(files.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new EngineException(
                ErrorIds.StateLocked, files.Lock, "", $"a run in progress (process {ReadOwner(files.Owner) ?? "unknown"})", "one run for each stack at a time",
                "Wait until it has finished, or stop it; the lock ends with its process.", e);
        }

        var left = ReadOwner(files.Owner);
        File.WriteAllText(files.Owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new StackLock(file, files.Owner, left);
    }

    public void Dispose()
    {
        File.Delete(_owner);
        _file.Dispose();
    }

    private static string? ReadOwner(string path) => File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } id ? id : null;
}
