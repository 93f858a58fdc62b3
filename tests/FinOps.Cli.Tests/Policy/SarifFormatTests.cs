using System.Text.Json.Nodes;
using FinOps.Cli.Policy;
using FinOps.Cli.Policy.Formats;

namespace FinOps.Cli.Tests.Policy;

public sealed class SarifFormatTests
{
    private static readonly JsonObject _schema = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Policy", "sarif-2.1.0-subset.schema.json")))!.AsObject();

    [Fact]
    public void Render_AnyReport_IsValidAgainstTheSchema()
    {
        foreach (var report in new[] { SampleReport.Usual(), SampleReport.OfHostileText(), SampleReport.Nothing() })
        {
            Assert.Empty(SchemaCheck.Mistakes(_schema, Parse(report)));
        }
    }

    [Theory]
    [InlineData("/runs/0/results/0/level", "\"fatal\"")]
    [InlineData("/runs/0/results/0/message", "{}")]
    [InlineData("/runs/0/results/0/ruleIndex", "-2")]
    [InlineData("/runs/0/results/0/helpUri", "\"x\"")]
    [InlineData("/runs/0/tool/driver/name", "null")]
    [InlineData("/runs/0/tool/driver/rules/0/helpUri", "\"docs/rules/TAG001.md\"")]
    [InlineData("/version", "\"2.0.0\"")]
    public void Schema_WrongDocument_IsRefused(string place, string value)
    {
        var sarif = Parse(SampleReport.Usual());
        var steps = place.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var parent = steps[..^1].Aggregate((JsonNode)sarif, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        parent[steps[^1]] = JsonNode.Parse(value);

        Assert.NotEmpty(SchemaCheck.Mistakes(_schema, sarif));
    }

    [Fact]
    public void Render_UsualReport_PlacesFindingsInTheRepository()
    {
        var run = Parse(SampleReport.Usual())["runs"]![0]!;
        var results = run["results"]!.AsArray();
        var first = results[0]!;

        Assert.Equal(["error", "warning", "warning"], results.Select(result => (string?)result!["level"]));
        var place = first["locations"]![0]!["physicalLocation"]!;
        Assert.Equal("""{"artifactLocation":{"uri":"infra/My%20Shop.cs","uriBaseId":"SRCROOT"},"region":{"startLine":12,"startColumn":9}}""", place.ToJsonString());
        Assert.NotNull(run["originalUriBaseIds"]!["SRCROOT"]);
        Assert.Equal("Pulumi.yaml", (string?)results[1]!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]);
        Assert.Equal([0, 0, 1], results.Select(result => result!["suppressions"]!.AsArray().Count));
        foreach (var result in results)
        {
            Assert.Equal((string?)result!["ruleId"], (string?)run["tool"]!["driver"]!["rules"]![(int)result["ruleIndex"]!]!["id"]);
        }

        var rule = run["tool"]!["driver"]!["rules"]![0]!;
        Assert.Equal("https://example.com/shop/blob/main/docs/rules/TAG001.md", (string?)rule["helpUri"]);
        Assert.Equal(SampleReport.Usual().Findings[0].Fingerprint, (string?)first["partialFingerprints"]!["primaryLocationLineHash"]);
    }

    [Fact]
    public void Render_HostileText_IsNeitherPlaceholderNorLink()
    {
        var text = (string)Parse(SampleReport.OfHostileText())["runs"]![0]!["results"]![0]!["message"]!["text"]!;

        Assert.Contains("{{0}}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("](", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_TwoPacksWithARuleOfOneName_KeepsThemApart()
    {
        var other = SampleReport.Required with { Pack = "other" };
        var report = SampleReport.Report([SampleReport.Required, other], [SampleReport.Violation(other, "a", "lacks Team", "")]);

        var run = Parse(report)["runs"]![0]!;

        Assert.Equal(["finops-policies/TAG001-required-tag-missing", "other/TAG001-required-tag-missing"], run["tool"]!["driver"]!["rules"]!.AsArray().Select(rule => (string?)rule!["id"]));
        Assert.Equal(1, (int)run["results"]![0]!["ruleIndex"]!);
    }

    private static JsonObject Parse(PolicyCheckReport report) => JsonNode.Parse(PolicyFormats.Render("sarif", report, SampleReport.Links))!.AsObject();
}
