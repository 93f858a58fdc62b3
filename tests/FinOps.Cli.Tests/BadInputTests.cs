namespace FinOps.Cli.Tests;

/// <summary>Each mistake: an id, everything that is wrong at once, exit code 1, and a state that is as it was.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task Up_UnknownKeyAndNegativeBudget_ListsBothAndTouchesNoState()
    {
        using var copy = new StackCopy();
        copy.Replace("Pulumi.dev.yaml", "organization: { monthly: 260000 }", "organization: { monthly: -5 }\n    yearly: 1");
        using var finops = new FinOpsProcess { Folder = copy.Folder };

        var (exitCode, output, error) = await finops.RunAsync("up", "--program", copy.Folder);

        Assert.Equal(1, exitCode);
        Assert.Contains("FIN1101", output + error, StringComparison.Ordinal);
        Assert.Contains("finops:budgets.organization.monthly", output + error, StringComparison.Ordinal);
        Assert.Contains("finops:budgets.yearly", output + error, StringComparison.Ordinal);
        Assert.DoesNotContain("aws:budgets", StateOf(finops), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_MalformedTagStandard_ListsItsMistakes()
    {
        using var finops = new FinOpsProcess();
        var standard = Path.Combine(finops.Data, "tag-standard.yaml");
        await File.WriteAllTextAsync(standard, "version: 1\nkeys:\n  Team: { requird: true }\n  team: { pattern: '[' }\n");

        var (exitCode, _, error) = await finops.RunAsync("report", "cost", "--standard", standard);

        Assert.Equal(1, exitCode);
        Assert.Contains("FIN2", error, StringComparison.Ordinal);
        Assert.Contains("requird", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report", "cost")]
    [InlineData("preview")]
    public async Task UnreachableAws_IsToldAtOnceWithWhatNext(params string[] command)
    {
        using var finops = new FinOpsProcess();
        finops.With("AWS_ENDPOINT_URL", "http://127.0.0.1:9").With("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE").With("AWS_SECRET_ACCESS_KEY", "secret");

        var (exitCode, output, error) = await finops.RunAsync(command);

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Contains("FIN1004 environment: AWS_ENDPOINT_URL: found http://127.0.0.1:9: ", error, StringComparison.Ordinal);
        Assert.Contains("finops local", error, StringComparison.Ordinal);
        Assert.Empty(StateOf(finops));
    }

    [Fact]
    public async Task Up_CorruptedState_IsRefusedAndLeftAsItIs()
    {
        using var finops = new FinOpsProcess();
        var state = Path.Combine(finops.Data, "state", "finops", "dev.json");
        Directory.CreateDirectory(Path.GetDirectoryName(state)!);
        await File.WriteAllTextAsync(state, "{\"version\":3,\"deployment\":");

        var (exitCode, output, error) = await finops.RunAsync("up");

        Assert.Equal(1, exitCode);
        Assert.Contains("FIN3010", output + error, StringComparison.Ordinal);
        Assert.Equal("{\"version\":3,\"deployment\":", await File.ReadAllTextAsync(state));
    }

    [Fact]
    public async Task UnknownOption_EndsWithTwo()
    {
        using var finops = new FinOpsProcess();

        var (exitCode, _, error) = await finops.RunAsync("completion", "--nonsense");

        Assert.Equal(2, exitCode);
        Assert.Contains("--nonsense", error, StringComparison.Ordinal);
    }

    private static string StateOf(FinOpsProcess finops)
    {
        var file = Path.Combine(finops.Data, "state", "finops", "dev.json");
        return File.Exists(file) ? File.ReadAllText(file) : "";
    }
}
