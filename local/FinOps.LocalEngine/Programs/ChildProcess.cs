using System.ComponentModel;
using System.Diagnostics;
using FinOps.LocalEngine.Problems;

namespace FinOps.LocalEngine.Programs;

/// <summary>What to start. Variables are added to the engine's own environment; empty ones are left out.</summary>
internal sealed record ProcessSpec(string Executable, IReadOnlyList<string> Arguments, string WorkingDirectory, IReadOnlyDictionary<string, string> Variables);

/// <summary>A process whose output arrives as lines and whose whole tree ends with it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan _drain = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly Task _output;

    private ChildProcess(Process process, Action<string> onOutput, Action<string> onError)
    {
        _process = process;
        _output = Task.WhenAll(PumpAsync(process.StandardOutput, onOutput), PumpAsync(process.StandardError, onError));
    }

    /// <exception cref="EngineException">FIN3021: the executable is not on this machine.</exception>
    public static ChildProcess Start(ProcessSpec spec, Action<string> onOutput, Action<string> onError)
    {
        var info = new ProcessStartInfo(spec.Executable, spec.Arguments)
        {
            WorkingDirectory = spec.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // A 'dotnet run' around the engine leaves these behind; they would bend the build of the program.
        foreach (var name in info.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            info.Environment.Remove(name);
        }

        // Build servers would outlive the run and hold its pipes open.
        info.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in spec.Variables)
        {
            if (value.Length > 0)
            {
                info.Environment[name] = value;
            }
            else
            {
                info.Environment.Remove(name);
            }
        }

        try
        {
            var process = Process.Start(info) ?? throw new Win32Exception($"{spec.Executable} did not start");
            process.StandardInput.Close();
            return new ChildProcess(process, onOutput, onError);
        }
        catch (Win32Exception e)
        {
            throw new EngineException(
                ErrorIds.ToolMissing, spec.Executable, "", $"a program that cannot be started ({e.Message})", "an executable on PATH",
                $"Install '{spec.Executable}', or correct PATH.", e);
        }
    }

    /// <summary>Waits for the end; kills the whole tree when cancelled.</summary>
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await DisposeAsync();
            throw;
        }

        await DrainAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended already.
        }

        await DrainAsync();
        _process.Dispose();
    }

    private static async Task PumpAsync(StreamReader reader, Action<string> onLine)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            onLine(line);
        }
    }

    /// <summary>A grandchild that left the tree may keep a pipe open for ever; its output is not worth waiting for.</summary>
    private async Task DrainAsync()
    {
        try
        {
            await _output.WaitAsync(_drain);
        }
        catch (Exception e) when (e is TimeoutException or IOException or ObjectDisposedException)
        {
            // Nothing more to read.
        }
    }
}
