using System.Collections.Immutable;
using FinOps.LocalEngine.Problems;

namespace FinOps.LocalEngine.Programs;

/// <summary>Builds .NET projects and finds what was built.</summary>
internal static class DotnetBuild
{
    /// <param name="project">A project file, or a folder with exactly one.</param>
    /// <exception cref="EngineException">FIN3020 with the compiler's errors.</exception>
    public static async Task BuildAsync(string project, string workingDirectory, CancellationToken cancellationToken)
    {
        var output = new List<string>();
        var code = await RunAsync(["build", "-nologo", "-v:quiet", "-clp:NoSummary", project], workingDirectory, output, cancellationToken);
        if (code != 0)
        {
            var errors = output.Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)).Distinct().Take(20).ToList();
            throw new EngineException(
                ErrorIds.BuildFailed, project, "", string.Join(Environment.NewLine, errors.Count > 0 ? errors : output.TakeLast(20)), "a project that builds",
                $"Run 'dotnet build {project}' and correct what it names.");
        }
    }

    /// <summary>The built assembly. Asking MSBuild takes about half a second and builds nothing.</summary>
    /// <exception cref="EngineException">FIN3020: there is no project, or it is not built.</exception>
    public static async Task<string> FindAssemblyAsync(string project, string workingDirectory, CancellationToken cancellationToken)
    {
        var output = new List<string>();
        var code = await RunAsync(["msbuild", "-nologo", project, "-getProperty:TargetPath"], workingDirectory, output, cancellationToken);
        var path = output.LastOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "";
        return code == 0 && File.Exists(path)
            ? path
            : throw new EngineException(
                ErrorIds.BuildFailed, project, "", code == 0 ? $"no built program at '{path}'" : string.Join(Environment.NewLine, output.TakeLast(5)), "a project that is built",
                $"Run 'dotnet build {project}', or let the engine build it.");
    }

    private static async Task<int> RunAsync(ImmutableArray<string> arguments, string workingDirectory, List<string> output, CancellationToken cancellationToken)
    {
        void Add(string line)
        {
            lock (output)
            {
                output.Add(line);
            }
        }

        var spec = new ProcessSpec("dotnet", arguments, workingDirectory, ImmutableDictionary<string, string>.Empty
            .Add("DOTNET_NOLOGO", "1")
            .Add("DOTNET_CLI_UI_LANGUAGE", "en")
            .Add("DOTNET_CLI_USE_MSBUILD_SERVER", "0"));
        await using var process = ChildProcess.Start(spec, Add, Add);
        return await process.WaitAsync(cancellationToken);
    }
}
