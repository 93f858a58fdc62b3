namespace FinOps.LocalEngine.Programs;

/// <summary>
/// Runs programs with <c>runtime: dotnet</c>. The built assembly is started directly: <c>dotnet run</c> would evaluate the project
/// once more and put a process between the engine and the program.
/// </summary>
internal sealed class DotnetProgramHost(DotnetBuilds builds) : IProgramHost
{
    public bool NeedsBuild(ProgramStart start) => start.Project.Runtime.Binary is null && !builds.Has(ProjectOf(start));

    public Task BuildAsync(ProgramStart start, CancellationToken cancellationToken) => builds.BuildAsync(ProjectOf(start), start.Project.ProgramDirectory, cancellationToken);

    public async Task<int> RunAsync(ProgramStart start, EngineAddresses addresses, CancellationToken cancellationToken)
    {
        var program = start.Project.Runtime.Binary
            ?? await builds.FindAssemblyAsync(ProjectOf(start), start.Project.ProgramDirectory, cancellationToken);
        var assembly = program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var spec = new ProcessSpec(
            assembly ? "dotnet" : program,
            assembly ? [program] : [],
            start.Project.ProgramDirectory,
            ProgramEnvironment.Of(start, addresses));
        await using var process = ChildProcess.Start(spec, start.Output, start.Output);
        return await process.WaitAsync(cancellationToken);
    }

    private static string ProjectOf(ProgramStart start) =>
        start.Project.EntryPoint == "." ? start.Project.ProgramDirectory : Path.Combine(start.Project.ProgramDirectory, start.Project.EntryPoint);
}
