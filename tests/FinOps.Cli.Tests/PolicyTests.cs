namespace FinOps.Cli.Tests;

/// <summary>What a reviewer sees when the pack stands in the way.</summary>
public sealed class PolicyTests
{
    private static readonly string _program = Path.Combine("samples", "untagged");

    [Fact]
    public async Task Preview_UntaggedSample_IsBlockedWithResourceKeysAndFix()
    {
        using var finops = new FinOpsProcess { Builds = true };

        var (exitCode, output, _) = await finops.RunAsync("preview", "--program", _program, "--policy-pack", "policies");

        Assert.Equal(1, exitCode);
        Assert.Contains("::uploads", output, StringComparison.Ordinal);
        Assert.Contains("required-tag-missing", output, StringComparison.Ordinal);
        Assert.Contains("CostCenter", output, StringComparison.Ordinal);
        Assert.Contains("Add to its arguments", output, StringComparison.Ordinal);
        Assert.Contains("Blocked: 3 mandatory policy violations", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_TheSameProgramWithTags_Passes()
    {
        using var finops = new FinOpsProcess();

        var (exitCode, output, error) = await finops.RunAsync("preview", "--program", _program, "--policy-pack", "policies", "--stack", "tagged");

        Assert.True(exitCode == 0, error + output);
        Assert.Contains("0 mandatory", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Preview_NodeProgram_IsBlockedByTheSamePack()
    {
        Skip.IfNot(Directory.Exists(Path.Combine(Clone.Root, "samples", "untagged-node", "node_modules", "@pulumi", "aws")), "needs: npm install --ignore-scripts --prefix samples/untagged-node");
        using var finops = new FinOpsProcess();

        var (exitCode, output, error) = await finops.RunAsync("preview", "--program", Path.Combine("samples", "untagged-node"), "--policy-pack", "policies");

        Assert.True(exitCode == 1, error + output);
        Assert.Contains("::uploads", output, StringComparison.Ordinal);
        Assert.Contains("::jobs", output, StringComparison.Ordinal);
    }
}
