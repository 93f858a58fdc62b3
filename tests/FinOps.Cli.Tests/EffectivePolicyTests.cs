using System.Text.Json.Nodes;

namespace FinOps.Cli.Tests;

public sealed class EffectivePolicyTests
{
    private const string Bundle = """
        {"version":1,
         "targets":[{"id":"r-root","name":"Root","kind":"root","policies":["p-1"]},{"id":"111122223333","name":"shop","kind":"account","parent":"r-root","policies":["p-2"]}],
         "policies":[
          {"id":"p-1","name":"standard","content":{"tags":{"team":{"tag_key":{"@@assign":"Team"},"tag_value":{"@@assign":["a","b"],"@@operators_allowed_for_child_policies":["@@remove"]}}}}},
          {"id":"p-2","name":"own","content":{"tags":{"team":{"tag_value":{"@@append":["c"],"@@remove":["a"]}}}}}]}
        """;

    [Fact]
    public async Task Effective_FromAFile_ShowsWhereEachValueComesFrom()
    {
        using var finops = new FinOpsProcess();
        var file = Path.Combine(finops.Data, "policies.json");
        await File.WriteAllTextAsync(file, Bundle);

        var text = await finops.RunAsync("policy", "effective", "--account", "111122223333", "--file", file);
        var json = await finops.RunAsync("policy", "effective", "--account", "111122223333", "--file", file, "--format", "json");

        Assert.Equal((0, ""), (text.ExitCode, text.Error));
        Assert.All(
            [
                "tag_value b: @@assign in standard (p-1) on Root (r-root), $.tags.team.tag_value.@@assign[1]",
                "tag_value a is removed: @@remove in own (p-2) on shop (111122223333), $.tags.team.tag_value.@@remove[0]",
                "not allowed by @@operators_allowed_for_child_policies in standard (p-1) on Root (r-root)",
            ],
            part => Assert.Contains(part, text.Output, StringComparison.Ordinal));
        Assert.Equal("""{"tags":{"team":{"tag_key":"Team","tag_value":["b"]}}}""", JsonNode.Parse(json.Output)!["effective"]!.ToJsonString());
    }

    [Fact]
    public async Task Effective_FetchedAndCompared_AgreesWithTheEmbeddedAws()
    {
        using var finops = new FinOpsProcess();
        var file = Path.Combine(finops.Data, "policies.json");

        var fetched = await finops.RunAsync("policy", "effective", "--fetch", file, "--aws", "local");
        var account = JsonNode.Parse(await File.ReadAllTextAsync(file))!["targets"]!.AsArray().First(target => (string?)target!["kind"] == "account")!["id"]!.GetValue<string>();
        var compared = await finops.RunAsync("policy", "effective", "--account", account, "--compare", "--aws", "local");

        Assert.Equal(0, fetched.ExitCode);
        Assert.Contains("targets and 0 tag policies, written", fetched.Error, StringComparison.Ordinal);
        Assert.Equal(0, compared.ExitCode);
        Assert.Contains("DescribeEffectivePolicy says the same", compared.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--account ID", "policy", "effective")]
    [InlineData(2, "--account ID", "policy", "effective", "--fetch", "x", "--compare")]
    [InlineData(2, "--file reads no AWS", "policy", "effective", "--account", "1", "--file", "x", "--compare")]
    [InlineData(2, "--file reads no AWS", "policy", "effective", "--account", "1", "--file", "x", "--fetch", "y")]
    [InlineData(1, "FIN1141", "policy", "effective", "--account", "1", "--file", "no-such-file.json")]
    public async Task Effective_BadInput_IsRefused(int exitCode, string part, params string[] args)
    {
        using var finops = new FinOpsProcess();

        var (code, output, error) = await finops.RunAsync(args);

        Assert.Equal(exitCode, code);
        Assert.Contains(part, output + error, StringComparison.Ordinal);
    }
}
