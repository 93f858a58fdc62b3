using System.Diagnostics;
using System.Text;

namespace FinOps.Cli.Tests;

/// <summary>Runs the finops command as a process of its own, with a data folder of its own, from the root of the repository.</summary>
internal sealed class FinOpsProcess : IDisposable
{
    private readonly Dictionary<string, string> _environment = [];

    public string Data { get; } = Directory.CreateTempSubdirectory("finops-cli-").FullName;

    public string Folder { get; init; } = Clone.Root;

    /// <summary>Whether programs and packs are built first, as for a user who has just written them.</summary>
    public bool Builds { get; init; }

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
        var start = new ProcessStartInfo("dotnet", [BuiltProjects.Command, .. args, .. args is ["up" or "preview" or "destroy" or "refresh" or "local", ..] or ["report" or "run" or "policy", ..] ? new[] { "--data", Data } : []])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        if (!Builds)
        {
            start.Environment["FINOPS_BUILT"] = string.Join(';', BuiltProjects.All.Select(built => $"{built.Key}={built.Value}"));
        }

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
