using System.Diagnostics;
using System.Globalization;

namespace FinOps.LocalAws.Services.Lambda.Runtime;

/// <summary>Resident memory of a process; on Linux of its children too, as a shell bootstrap may start the real program.</summary>
internal static class ProcessMemory
{
    /// <summary>In bytes; 0 when the process has ended.</summary>
    public static long Resident(Process process)
    {
        if (OperatingSystem.IsLinux())
            return ResidentOfTree(process.Id);
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private static long ResidentOfTree(int id)
    {
        try
        {
            // statm: total resident shared ..., in pages.
            var pages = long.Parse(File.ReadAllText($"/proc/{id}/statm").Split(' ')[1], CultureInfo.InvariantCulture);
            var children = File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return (pages * Environment.SystemPageSize) + children.Sum(child => ResidentOfTree(int.Parse(child, CultureInfo.InvariantCulture)));
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
