using System.Globalization;

namespace FinOps.LocalEngine.Programs;

/// <summary>Runs programs with <c>runtime: nodejs</c> through the runner inside their own @pulumi/pulumi.</summary>
internal sealed class NodejsProgramHost : IProgramHost
{
    public bool NeedsBuild(ProgramStart start) => true;

    /// <summary>Nothing to build: TypeScript is compiled by the runner. Says early when packages are not installed.</summary>
    public Task BuildAsync(ProgramStart start, CancellationToken cancellationToken)
    {
        NodePackage.FindRunner(start.Project.ProgramDirectory, "run");
        return Task.CompletedTask;
    }

    public async Task<int> RunAsync(ProgramStart start, EngineAddresses addresses, CancellationToken cancellationToken)
    {
        // Flags must stand before the program.
        List<string> arguments =
        [
            NodePackage.FindRunner(start.Project.ProgramDirectory, "run"),
            $"--monitor={addresses.Monitor}",
            $"--engine={addresses.Engine}",
            $"--project={start.Project.Name}",
            $"--stack={start.Stack}",
            $"--organization={start.Organization}",
            string.Create(CultureInfo.InvariantCulture, $"--parallel={start.Parallel}"),
            .. start.DryRun ? ["--dry-run"] : Array.Empty<string>(),
            $"--root-directory={start.Project.RootDirectory}",
            $"--pwd={start.Project.ProgramDirectory}",
            start.Project.EntryPoint,
        ];
        var variables = ProgramEnvironment.Of(start, addresses);
        variables["PULUMI_NODEJS_TYPESCRIPT"] = NodePackage.IsTypeScript(start.Project.ProgramDirectory, start.Project.Runtime) ? "true" : "";
        var spec = new ProcessSpec("node", arguments, start.Project.ProgramDirectory, variables);
        await using var process = ChildProcess.Start(spec, start.Output, start.Output);
        return await process.WaitAsync(cancellationToken);
    }
}
