using System.Text.Json.Nodes;
using FinOps.Core.Baselines;
using Spectre.Console;

namespace FinOps.Cli.Tests.Policy.Baselines;

/// <summary>The command as users run it.</summary>
public sealed class PolicyBaselineTests
{
    /// <summary>The command and the pack agree on the file and on every entry of it.</summary>
    [Fact]
    public async Task Baseline_OfAState_IsReadByThePack_ThenOnlyShrinks()
    {
        using var finops = new FinOpsProcess();
        var (standard, file, state) = (Path.Combine(finops.Data, "tag-standard.yaml"), Path.Combine(finops.Data, Baseline.FileName), Path.Combine(finops.Data, "export.json"));
        File.Copy(Path.Combine(Clone.Root, "tag-standard.yaml"), standard);
        finops.With("FINOPS_TAG_STANDARD", standard);
        await File.WriteAllTextAsync(state, State("uploads", "logs"));

        var first = await finops.RunAsync("policy", "baseline", "--state", state, "--json");
        Assert.True(first.ExitCode == 0, first.Error + first.Output);
        var recorded = await File.ReadAllTextAsync(file);
        Assert.Equal(JsonNode.Parse(first.Output)!["taken"]!.AsArray().Count, Baseline.Load(file).Entries.Length);
        Assert.Equal(["logs", "uploads"], Baseline.Load(file).Entries.Select(entry => entry.Urn.Split("::")[3]).Distinct());

        var check = await finops.RunAsync("policy", "check", "--state", state);
        Assert.True(check.ExitCode == 0, check.Error + check.Output);
        Assert.Contains("Known since", check.Output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(state, State("uploads", "fresh"));
        var worse = await finops.RunAsync("policy", "baseline", "--state", state, "--check");
        Assert.Equal(1, worse.ExitCode);
        Assert.All(["FIN1131", "::fresh: missing Team", "FIN1132", "::logs: missing Team", "docs/errors/FIN1131.md"], part => Assert.Contains(part, worse.Error, StringComparison.Ordinal));
        Assert.Equal(recorded, await File.ReadAllTextAsync(file));

        var pruned = await finops.RunAsync("policy", "baseline", "--state", state, "--prune");
        Assert.Equal(1, pruned.ExitCode);
        Assert.Equal(["uploads"], Baseline.Load(file).Entries.Select(entry => entry.Urn.Split("::")[3]).Distinct());
    }

    [Fact]
    public async Task Options_ThatDoNotFit_AreAllListed()
    {
        var said = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(said) });

        var exitCode = await FinOpsCommand.Create(new CliContext(console, console, TimeProvider.System)).Parse(["policy", "baseline", "--check", "--prune", "--accept-new"]).InvokeAsync();
        await FinOpsCommand.Create(new CliContext(console, console, TimeProvider.System)).Parse(["policy", "baseline", "--reason", "because"]).InvokeAsync();

        Assert.Equal(1, exitCode);
        var text = string.Join(' ', said.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(
            ["found --check and --prune", "found --check and --accept-new", "found no --reason", "found --reason without --accept-new", "docs/errors/FIN1130.md"],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    private static string State(params string[] buckets) => new JsonObject
    {
        ["version"] = 3,
        ["deployment"] = new JsonObject
        {
            ["resources"] = new JsonArray(
            [
                new JsonObject { ["urn"] = "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod", ["custom"] = false, ["type"] = "pulumi:pulumi:Stack" },
                .. buckets.Select(name => new JsonObject { ["urn"] = $"urn:pulumi:prod::shop::aws:s3/bucket:Bucket::{name}", ["custom"] = true, ["id"] = name, ["type"] = "aws:s3/bucket:Bucket", ["inputs"] = new JsonObject() }),
            ]),
        },
    }.ToJsonString();
}
