using FinOps.LocalEngine.Deployments;
using FinOps.LocalEngine.Tests.Support;

namespace FinOps.LocalEngine.Tests.Programs;

/// <summary>The real Node.js SDK against the engine, where its packages are installed (npm install in samples/untagged-node).</summary>
public sealed class NodeProgramTests
{
    [SkippableFact]
    public async Task Sample_OnTheRealNodeSdk_RegistersItsResources()
    {
        var sample = Path.Combine(Clone.Root, "samples", "untagged-node");
        Skip.IfNot(Directory.Exists(Path.Combine(sample, "node_modules", "@pulumi", "pulumi")), "npm install was not run in samples/untagged-node");
        var state = Directory.CreateTempSubdirectory("engine-node-");
        try
        {
            var request = new DeploymentRequest { Operation = DeploymentOperation.Up, ProgramDirectory = sample, StackName = "dev", StateDirectory = state.FullName };
            var result = await LocalDeployment.RunAsync(request, [new TestWorld { Package = "aws" }], SilentObserver.Instance, TimeProvider.System, CancellationToken.None);

            Assert.True(result.Outcome == DeploymentOutcome.Succeeded, result.Failure);
            Assert.Equal(["default_7_48_0", "jobs", "untagged-node-dev", "uploads"], result.Steps.Select(step => step.Name).Order());
            Assert.StartsWith("uploads-", result.Outputs["bucket"].ToString(), StringComparison.Ordinal);
        }
        finally
        {
            state.Delete(recursive: true);
        }
    }
}
