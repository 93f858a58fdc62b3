using System.Diagnostics;
using System.Globalization;
using Pulumi.Rpc;

namespace Pulumi.Policy.Tests.Testing;

/// <summary>This assembly as a policy pack in a process of its own.</summary>
internal sealed class PackProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private PackProcess(Process process, int port)
    {
        _process = process;
        Channel = new RpcChannel(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"));
    }

    public RpcChannel Channel { get; }

    public int Id => _process.Id;

    /// <param name="throughShell">Puts a shell between, which is then the parent that <see cref="Kill"/> kills.</param>
    public static async Task<PackProcess> StartAsync(bool throughShell = false)
    {
        string[] pack = [typeof(Program).Assembly.Location, "--logtostderr", "-v=3", "--tracing", "file:trace", "127.0.0.1:9"];
        // The shell must stay the parent, so it may not replace itself with the pack: there is a command after it.
        var start = throughShell
            ? new ProcessStartInfo("/bin/sh", ["-c", "dotnet \"$@\"; true", "sh", .. pack])
            : new ProcessStartInfo("dotnet", pack);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Limit);
        return new PackProcess(process, int.Parse(line!, NumberStyles.None, CultureInfo.InvariantCulture));
    }

    /// <summary>SIGKILL, to the direct child alone.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Everything after the port line. The pipe closes when the last process that holds it is gone, the pack included.</summary>
    public Task<string> RestOfStandardOutputAsync() => _process.StandardOutput.ReadToEndAsync().WaitAsync(Limit);

    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Limit);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        Channel.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
