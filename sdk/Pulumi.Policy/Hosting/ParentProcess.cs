using System.Runtime.InteropServices;

namespace Pulumi.Policy.Hosting;

/// <summary>
/// Notices that the process which started this one is gone. Engines stop <c>dotnet run</c> with SIGKILL, and its child, the pack,
/// survives: its parent id changes to that of init or of a reaper. Windows does not re-parent; there the connection is watched alone.
/// </summary>
internal static partial class ParentProcess
{
    public static ITimer? Watch(Action gone, PolicyPackHostOptions options)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var parent = GetParentId();
        return options.TimeProvider.CreateTimer(
            _ =>
            {
                if (GetParentId() != parent)
                {
                    gone();
                }
            },
            null, options.ParentCheck, options.ParentCheck);
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetParentId();
}
