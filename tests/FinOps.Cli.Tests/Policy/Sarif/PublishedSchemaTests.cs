using System.Diagnostics;
using System.Text.Json.Nodes;
using FinOps.Cli.Policy.Formats;

namespace FinOps.Cli.Tests.Policy.Sarif;

/// <summary>The schema of SARIF 2.1.0 as it is published. Needs node, and <c>npm install</c> in this folder.</summary>
public sealed class PublishedSchemaTests
{
    private static readonly string _folder = Path.Combine(Clone.Root, "tests", "FinOps.Cli.Tests", "Policy", "Sarif");

    [SkippableFact]
    public async Task Render_AnyReport_IsValid()
    {
        var logs = new[] { SampleReport.Usual(), SampleReport.OfHostileText(), SampleReport.Nothing() }.Select(report => PolicyFormats.Render("sarif", report, SampleReport.Links));

        Assert.Equal(["[]", "[]", "[]"], await MistakesAsync([.. logs]));
    }

    [SkippableFact]
    public async Task WrongLog_IsRefused()
    {
        var log = JsonNode.Parse(PolicyFormats.Render("sarif", SampleReport.Usual(), SampleReport.Links))!;
        log["runs"]![0]!["results"]![0]!["level"] = "fatal";

        Assert.Contains("results[0].level", Assert.Single(await MistakesAsync(log.ToJsonString())), StringComparison.Ordinal);
    }

    /// <returns>A JSON array of mistakes for each log.</returns>
    private static async Task<string[]> MistakesAsync(params string[] logs)
    {
        Skip.IfNot(Directory.Exists(Path.Combine(_folder, "node_modules")), "npm install was not run in tests/FinOps.Cli.Tests/Policy/Sarif");
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(_folder, "validate.js")]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        foreach (var log in logs)
        {
            await node.StandardInput.WriteLineAsync(JsonNode.Parse(log)!.ToJsonString());
        }

        node.StandardInput.Close();
        return (await node.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
