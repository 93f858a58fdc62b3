using System.Text.Json.Nodes;

namespace FinOps.Cli.Tests.Policy;

/// <summary>The check as users run it, with the real pack.</summary>
public sealed class PolicyCheckTests
{
    private static readonly string _program = Path.Combine("samples", "untagged");

    [Fact]
    public async Task Check_Program_PointsAtTheConstructorCallsAndBlocks()
    {
        using var finops = new FinOpsProcess();

        var (exitCode, output, error) = await finops.RunAsync("policy", "check", "--program", _program, "--policy-pack", "policies", "--format", "sarif");

        Assert.True(exitCode == 1, error + output);
        var results = JsonNode.Parse(output)!["runs"]![0]!["results"]!.AsArray();
        var bucket = Assert.Single(results, result => (string?)result!["ruleId"] == "TAG001-required-tag-missing" && result.ToJsonString().Contains("::uploads", StringComparison.Ordinal));
        var place = bucket!["locations"]![0]!["physicalLocation"]!;
        Assert.EndsWith("Program.cs", (string?)place["artifactLocation"]!["uri"], StringComparison.Ordinal);
        var source = await File.ReadAllLinesAsync(Path.Combine(Clone.Root, _program, "Program.cs"));
        Assert.Contains("new Bucket(\"uploads\"", source[(int)place["region"]!["startLine"]! - 1], StringComparison.Ordinal);
        Assert.Contains("3 mandatory violations", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_PlanOfTheSameProgram_FindsTheSameAtTheSameLines()
    {
        using var finops = new FinOpsProcess();
        var (plan, report) = (Path.Combine(finops.Data, "plan.json"), Path.Combine(finops.Data, "reports", "policies.json"));
        var preview = await finops.RunAsync("preview", "--program", _program, "--policy-pack", "policies", "--json", plan);
        Assert.True(preview.ExitCode == 1, preview.Error);

        var (exitCode, output, error) = await finops.RunAsync("policy", "check", "--plan", plan, "--format", "json", "--out", report);

        Assert.True(exitCode == 1, error + output);
        Assert.Empty(output);
        static IEnumerable<string> Facts(JsonNode list, string rule) => list.AsArray().Select(item => $"{item![rule]} {item["urn"]} {item["level"]}").Order(StringComparer.Ordinal);
        var findings = JsonNode.Parse(await File.ReadAllTextAsync(report))!["findings"]!;
        Assert.Equal(Facts(JsonNode.Parse(await File.ReadAllTextAsync(plan))!["policyViolations"]!, "policy"), Facts(findings, "rule"));
        Assert.All(findings.AsArray(), finding => Assert.EndsWith("Program.cs", (string?)finding!["file"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_ExportedState_NeedsNoProgramAndShowsNoSecret()
    {
        const string urn = "urn:pulumi:prod::shop::aws:s3/bucket:Bucket::uploads";
        using var finops = new FinOpsProcess();
        var state = Path.Combine(finops.Data, "export.json");
        await File.WriteAllTextAsync(state, $$$"""
            {"version":3,"deployment":{"manifest":{},"secrets_providers":{"type":"service","state":{}},"resources":[
              {"urn":"urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod","custom":false,"type":"pulumi:pulumi:Stack"},
              {"urn":"{{{urn}}}","custom":true,"id":"b","type":"aws:s3/bucket:Bucket","inputs":{"tags":
                {"Owner":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"v1:hushhush"} } } }]}}
            """);

        var (exitCode, output, error) = await finops.RunAsync("policy", "check", "--state", state);

        Assert.True(exitCode == 1, error + output);
        Assert.Contains("TAG001 required-tag-missing: uploads", output, StringComparison.Ordinal);
        Assert.Contains($"  {urn}", output, StringComparison.Ordinal);
        Assert.Contains("of shop/prod", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hushhush", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_TwoSources_SaysSoAtOnce()
    {
        using var finops = new FinOpsProcess { Folder = Path.GetTempPath() };

        var (exitCode, output, error) = await finops.RunAsync("policy", "check", "--state", "a.json", "--plan", "b.json");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("FIN1110 command line: source: found --state and --plan", error, StringComparison.Ordinal);
        Assert.Contains("FIN1110 command line: --policy-pack: found nothing", error, StringComparison.Ordinal);
    }
}
