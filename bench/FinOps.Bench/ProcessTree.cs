using System.Globalization;

namespace FinOps.Bench;

/// <summary>Peak resident memory of a process and of everything it starts, read from /proc while it runs (Linux only).</summary>
internal sealed class ProcessTree(int root)
{
    private readonly Dictionary<int, (string Name, long PeakKb)> _seen = [];

    /// <summary>Highest resident set of each process ever seen in the tree, by its command, in MiB; a name that several processes share is summed.</summary>
    public IReadOnlyDictionary<string, double> PeaksMb =>
        _seen.Values.GroupBy(process => process.Name).ToDictionary(group => group.Key, group => group.Sum(process => process.PeakKb) / 1024.0);

    public void Sample()
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Select(pid => (Pid: pid, Status: ReadStatus(pid)))
            .Where(process => process.Status is not null)
            .ToDictionary(process => process.Pid, process => process.Status!);
        foreach (var (pid, status) in parents.Where(process => BelongsToRoot(process.Key, parents)))
        {
            // A process that is just ending has neither a command nor memory any more: what was seen before stands.
            var before = _seen.GetValueOrDefault(pid, ("?", 0));
            _seen[pid] = (Name(pid) is var name and not "?" ? name : before.Item1, Math.Max(before.Item2, Value(status, "VmHWM:")));
        }
    }

    private bool BelongsToRoot(int pid, Dictionary<int, string[]> processes)
    {
        while (pid != root)
        {
            if (!processes.TryGetValue(pid, out var status) || (pid = (int)Value(status, "PPid:")) <= 1)
            {
                return false;
            }
        }

        return true;
    }

    private static string[]? ReadStatus(int pid)
    {
        try
        {
            return File.ReadAllLines($"/proc/{pid}/status");
        }
        catch (IOException)
        {
            // The process ended between the listing and the reading.
            return null;
        }
    }

    private static string Name(int pid)
    {
        try
        {
            var command = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries);
            return command.Select(Path.GetFileName).FirstOrDefault(part => part!.EndsWith(".dll", StringComparison.Ordinal)) ?? Path.GetFileName(command.FirstOrDefault() ?? "?");
        }
        catch (IOException)
        {
            return "?";
        }
    }

    private static long Value(string[] status, string field) =>
        status.FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal)) is { } line
            ? long.Parse(line[field.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture)
            : 0;
}
