using FinOps.LocalEngine.Programs;

namespace FinOps.LocalEngine.Policies;

internal sealed class DotnetPolicyPackHost(DotnetBuilds builds) : IPolicyPackHost
{
    public bool NeedsBuild(PolicyPackProject pack) => pack.Runtime.Binary is null && !builds.Has(pack.Directory);

    public Task BuildAsync(PolicyPackProject pack, CancellationToken cancellationToken) => builds.BuildAsync(pack.Directory, pack.Directory, cancellationToken);

    public async Task<IPolicyPackProcess> StartAsync(PolicyPackStart start, CancellationToken cancellationToken)
    {
        var program = start.Pack.Runtime.Binary is { } binary
            ? Path.GetFullPath(binary, start.Pack.Directory)
            : await builds.FindAssemblyAsync(start.Pack.Directory, start.Pack.Directory, cancellationToken);
        var assembly = program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var spec = new ProcessSpec(
            assembly ? "dotnet" : program,
            assembly ? [program, start.EngineAddress] : [start.EngineAddress],
            start.Run.WorkingDirectory,
            start.Run.Environment);
        return await PolicyPackProcess.StartAsync(spec, start, cancellationToken);
    }
}
