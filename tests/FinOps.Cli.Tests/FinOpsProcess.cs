using System.Diagnostics;
using System.Text;

namespace FinOps.Cli.Tests;

/// <summary>Runs the finops command as a process of its own, with a data folder of its own, from the root of the repository.</summary>
internal sealed class FinOpsProcess : IDisposable
{
    private static readonly string _command = Path.Combine(Clone.Root, "src", "FinOps.Cli", "bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/'))!), "net10.0", "finops.dll");

    private readonly Dictionary<string, string> _environment = [];

    public string Data { get; } = Directory.CreateTempSubdirectory("finops-cli-").FullName;

    public string Folder { get; init; } = Clone.Root;

    public FinOpsProcess With(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    public async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using var process = Start(args);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        return (process.ExitCode, await output, await error);
    }

    public Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [_command, .. args, .. args is ["up" or "preview" or "destroy" or "refresh" or "local", ..] or ["report" or "run" or "policy", ..] ? new[] { "--data", Data } : []])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["FINOPS_BUILT"] = Clone.Root;
        foreach (var name in new[] { "AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE" })
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(Data, recursive: true);
}
