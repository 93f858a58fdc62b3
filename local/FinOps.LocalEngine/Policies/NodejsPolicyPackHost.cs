using FinOps.LocalEngine.Programs;

namespace FinOps.LocalEngine.Policies;

/// <summary>Starts packs written with @pulumi/policy. They read their version from the working folder, and stack data from the environment.</summary>
internal sealed class NodejsPolicyPackHost : IPolicyPackHost
{
    public bool NeedsBuild(PolicyPackProject pack) => true;

    /// <summary>Nothing to build: TypeScript is compiled by the runner. Says early when packages are not installed.</summary>
    public Task BuildAsync(PolicyPackProject pack, CancellationToken cancellationToken)
    {
        NodePackage.FindRunner(pack.Directory, "run-policy-pack");
        return Task.CompletedTask;
    }

    public async Task<IPolicyPackProcess> StartAsync(PolicyPackStart start, CancellationToken cancellationToken)
    {
        var directory = start.Pack.Directory;
        var variables = new Dictionary<string, string>(start.Run.Environment, StringComparer.Ordinal)
        {
            ["PULUMI_NODEJS_ORGANIZATION"] = start.Run.Organization,
            ["PULUMI_NODEJS_PROJECT"] = start.Run.Project,
            ["PULUMI_NODEJS_STACK"] = start.Run.Stack,
            ["PULUMI_NODEJS_DRY_RUN"] = start.Run.DryRun ? "true" : "false",
            ["PULUMI_NODEJS_TYPESCRIPT"] = NodePackage.IsTypeScript(directory, start.Pack.Runtime) ? "true" : "",
        };
        ProgramEnvironment.AddConfig(variables, start.Run.Config);
        var spec = new ProcessSpec("node", [NodePackage.FindRunner(directory, "run-policy-pack"), start.EngineAddress, directory], directory, variables);
        return await PolicyPackProcess.StartAsync(spec, start, cancellationToken);
    }
}
