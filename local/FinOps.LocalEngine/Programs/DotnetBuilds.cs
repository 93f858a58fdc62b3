using System.Collections.Concurrent;
using System.Collections.Immutable;
using FinOps.LocalEngine.Problems;

namespace FinOps.LocalEngine.Programs;

/// <summary>Builds .NET projects and knows what was built.</summary>
/// <param name="built">Assemblies of projects that need no build, by the full path of the project file or its folder.</param>
internal sealed class DotnetBuilds(ImmutableDictionary<string, string> built)
{
    private readonly ConcurrentDictionary<string, string> _assemblies = new(built);

    public bool Has(string project) => _assemblies.ContainsKey(project);

    /// <param name="project">A project file, or a folder with exactly one.</param>
    /// <exception cref="EngineException">FIN3020 with the compiler's errors.</exception>
    public async Task BuildAsync(string project, string workingDirectory, CancellationToken cancellationToken)
    {
        if (Has(project))
        {
            return;
        }

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

    /// <summary>The built assembly. Asking MSBuild for it takes more than half a second, so it is asked only for what is not known.</summary>
    /// <exception cref="EngineException">FIN3020: there is no project, or it is not built.</exception>
    public async Task<string> FindAssemblyAsync(string project, string workingDirectory, CancellationToken cancellationToken)
    {
        var output = new List<string>();
        var code = 0;
        if (!_assemblies.TryGetValue(project, out var path))
        {
            code = await RunAsync(["msbuild", "-nologo", project, "-getProperty:TargetPath"], workingDirectory, output, cancellationToken);
            path = output.LastOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "";
        }

        return code == 0 && File.Exists(path)
            ? _assemblies.GetOrAdd(project, path)
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
