using FinOps.LocalEngine.Programs;

namespace FinOps.LocalEngine.Policies;

internal sealed class DotnetPolicyPackHost : IPolicyPackHost
{
    public async Task BuildAsync(PolicyPackProject pack, CancellationToken cancellationToken)
    {
        if (pack.Runtime.Binary is null)
        {
            await DotnetBuild.BuildAsync(pack.Directory, pack.Directory, cancellationToken);
        }
    }

    public async Task<IPolicyPackProcess> StartAsync(PolicyPackStart start, CancellationToken cancellationToken)
    {
        var program = start.Pack.Runtime.Binary is { } binary
            ? Path.GetFullPath(binary, start.Pack.Directory)
            : await DotnetBuild.FindAssemblyAsync(start.Pack.Directory, start.Pack.Directory, cancellationToken);
        var assembly = program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var spec = new ProcessSpec(
            assembly ? "dotnet" : program,
            assembly ? [program, start.EngineAddress] : [start.EngineAddress],
            start.Run.WorkingDirectory,
            start.Run.Environment);
        return await PolicyPackProcess.StartAsync(spec, start, cancellationToken);
    }
}
