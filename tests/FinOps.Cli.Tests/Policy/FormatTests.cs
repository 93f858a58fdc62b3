using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.Cli.Policy.Formats;

namespace FinOps.Cli.Tests.Policy;

/// <summary>What every format promises, and those that have no schema of their own.</summary>
public sealed class FormatTests
{
    public static TheoryData<string> Formats => [.. PolicyFormats.Names];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Render_HostileText_ShowsNoControlCharacter(string format)
    {
        var text = PolicyFormats.Render(format, SampleReport.OfHostileText(), SampleReport.Links);

        Assert.DoesNotContain(text, c => (char.IsControl(c) && c is not '\n') || c is '\u202e');
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Render_SameReportTwice_IsTheSameText(string format) =>
        Assert.Equal(PolicyFormats.Render(format, SampleReport.Usual(), SampleReport.Links), PolicyFormats.Render(format, SampleReport.Usual(), SampleReport.Links));

    [Fact]
    public void Text_UsualReport_TellsWhereWhatAndWhy()
    {
        var text = PolicyFormats.Render("text", SampleReport.Usual(), SampleReport.Links);

        Assert.StartsWith(
            """
            mandatory, high: TAG001 required-tag-missing: uploads (a:b:C)
              at infra/My Shop.cs:12
              urn:pulumi:dev::shop::my:index:Part$a:b:C::uploads
              Every resource has an owner
              lacks Team
              https://example.com/shop/blob/main/docs/rules/TAG001.md

            advisory, medium: COST003 log-group-without-retention: audit (a:b:C)
            """,
            text,
            StringComparison.Ordinal);
        Assert.Contains("waived, medium: COST003", text, StringComparison.Ordinal);
        Assert.Contains("by payments@example.com, FIN-1, until 2026-03-01", text, StringComparison.Ordinal);
        Assert.EndsWith("finops-policies 0.1.0: 1 mandatory violation, 1 advisory, 1 waived, in 7 resources of shop/dev.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_UsualReport_HasEverythingThatIsKnown()
    {
        var json = JsonNode.Parse(PolicyFormats.Render("json", SampleReport.Usual(), SampleReport.Links))!;

        Assert.Equal("""{"resources":7,"mandatory":1,"advisory":1,"waived":1}""", json["summary"]!.ToJsonString());
        var finding = json["findings"]![0]!.AsObject();
        Assert.Equal(64, ((string)finding["fingerprint"]!).Length);
        finding.Remove("fingerprint");
        Assert.Equal(
            """{"rule":"TAG001-required-tag-missing","pack":"finops-policies","level":"mandatory","severity":"high","category":"ownership","urn":"urn:pulumi:dev::shop::my:index:Part$a:b:C::uploads","type":"a:b:C","name":"uploads","description":"Every resource has an owner","message":"lacks Team","fix":"Add the tags","docs":"https://example.com/shop/blob/main/docs/rules/TAG001.md","waived":false,"waiver":null,"file":"infra/My Shop.cs","line":12,"column":9}""",
            finding.ToJsonString());
        Assert.Equal("FIN-1", (string?)json["findings"]![2]!["waiver"]!["ticket"]);
    }

    [Fact]
    public void GitHub_UsualReport_IsOneCommandALine()
    {
        var lines = PolicyFormats.Render("github", SampleReport.Usual(), SampleReport.Links).TrimEnd().Split('\n');

        Assert.Equal(
            "::error file=infra/My Shop.cs,line=12,col=9,title=TAG001 required-tag-missing%3A uploads::uploads: Every resource has an owner%0Alacks Team%0Ahttps://example.com/shop/blob/main/docs/rules/TAG001.md",
            lines[0]);
        Assert.StartsWith("::warning title=COST003 log-group-without-retention%3A audit::", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("::notice title=COST003", lines[2], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
    }

    [Fact]
    public void GitHub_HostileText_StaysInItsCommand()
    {
        var lines = PolicyFormats.Render("github", SampleReport.OfHostileText(), SampleReport.Links).TrimEnd().Split('\n');

        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Matches("^::(error|warning|notice) ([a-z]+=[^,:]*)(,[a-z]+=[^,:]*)*::", line));
        // Every percent sign begins an escape that was meant.
        Assert.All(lines, line => Assert.DoesNotMatch("%(?!25|0A|3A|2C)", line));
    }

    [Fact]
    public void GitLab_AnyReport_HasTheFieldsThatGitLabRequires()
    {
        foreach (var report in new[] { SampleReport.Usual(), SampleReport.OfHostileText(), SampleReport.Nothing() })
        {
            var list = JsonNode.Parse(PolicyFormats.Render("gitlab", report, SampleReport.Links))!.AsArray();

            Assert.Equal(report.Findings.Count(finding => !finding.IsWaived), list.Count);
            Assert.Equal(list.Count, list.Select(item => (string?)item!["fingerprint"]).Distinct().Count());
            foreach (var item in list)
            {
                Assert.Matches("^[^\n]+$", (string?)item!["description"]);
                Assert.NotEmpty((string)item["check_name"]!);
                Assert.Matches("^[0-9a-f]{64}$", (string?)item["fingerprint"]);
                Assert.Contains((string?)item["severity"], new[] { "info", "minor", "major", "critical", "blocker" });
                Assert.NotEmpty((string)item["location"]!["path"]!);
                Assert.True((int)item["location"]!["lines"]!["begin"]! >= 1);
            }
        }
    }

    [Fact]
    public void GitLab_FindingWithoutLine_PointsAtTheProject()
    {
        var list = JsonNode.Parse(PolicyFormats.Render("gitlab", SampleReport.Usual(), SampleReport.Links))!.AsArray();

        Assert.Equal(("infra/My Shop.cs", "blocker"), ((string?)list[0]!["location"]!["path"], (string?)list[0]!["severity"]));
        Assert.Equal(("Pulumi.yaml", "minor"), ((string?)list[1]!["location"]!["path"], (string?)list[1]!["severity"]));
    }

    [Fact]
    public void Markdown_UsualReport_IsOneCommentThatNamesItsStack()
    {
        var text = PolicyFormats.Render("markdown", SampleReport.Usual(), SampleReport.Links);

        Assert.StartsWith("<!-- finops-policy-check shop/dev -->\n## Policies: 1 mandatory violation\n", text, StringComparison.Ordinal);
        Assert.Contains("| **mandatory** | [TAG001 required-tag-missing](<https://example.com/shop/blob/main/docs/rules/TAG001.md>) | uploads (a&#58;b&#58;C) | infra/My Shop.cs&#58;12 |\n", text, StringComparison.Ordinal);
        Assert.Contains("| waived until 2026-03-01: old app (FIN-1) |", text, StringComparison.Ordinal);
        Assert.Contains("<details><summary>TAG001 required-tag-missing: uploads</summary>\n\n```text\nEvery resource has an owner\nlacks Team\n```\n", text, StringComparison.Ordinal);
        Assert.Contains("## Policies passed", PolicyFormats.Render("markdown", SampleReport.Nothing(), SampleReport.Links), StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_HostileText_IsShownLetterForLetter()
    {
        var text = PolicyFormats.Render("markdown", SampleReport.OfHostileText(), SampleReport.Links);
        // In code blocks nothing means anything but the fence, which is longer than every run of backticks in it.
        var outside = Regex.Replace(text, "(?ms)^(`{5,})text\n.*?^\\1\n", "");

        Assert.DoesNotContain("<script", outside, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\\)\]\(", outside);
        Assert.DoesNotContain("@all", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("`", outside.Replace("\\`", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(outside, "-->"));
        Assert.All(outside.Split('\n').Where(line => line.StartsWith('|')), row => Assert.Equal(5, Regex.Count(row, @"(?<!\\)\|")));
    }

    [Fact]
    public void Markdown_ManyFindings_FitIntoOneCommentAndTheRestIsCounted()
    {
        var violations = Enumerable.Range(0, 2_000).Select(number => SampleReport.Violation(SampleReport.Required, $"bucket-{number}", new string('x', 9_000), ""));

        var text = PolicyFormats.Render("markdown", SampleReport.Report([SampleReport.Required], violations), SampleReport.Links);

        Assert.InRange(text.Length, 40_000, 62_000);
        Assert.Matches("\n[0-9]+ findings did not fit here; `finops policy check` lists them all.\n$", text);
    }

    [Theory]
    [InlineData("GITHUB_SERVER_URL=https://github.com;GITHUB_REPOSITORY=o/r;GITHUB_SHA=abc", "https://github.com/o/r/blob/abc/docs/rules/TAG001.md")]
    [InlineData("CI_PROJECT_URL=https://gitlab.com/o/r;CI_COMMIT_SHA=abc", "https://gitlab.com/o/r/-/blob/abc/docs/rules/TAG001.md")]
    [InlineData("GIT_URL=https://git.example.com/o/r.git;GIT_COMMIT=abc", "https://git.example.com/o/r/blob/abc/docs/rules/TAG001.md")]
    [InlineData("GIT_URL=git@example.com:o/r.git;GIT_COMMIT=abc", null)]
    [InlineData("GITHUB_SERVER_URL=https://github.com", null)]
    public void Links_FromTheVariablesOfCiSystems_ArePages(string variables, string? expected)
    {
        var values = variables.Split(';').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

        Assert.Equal(expected, RuleLinks.Create(null, name => values.GetValueOrDefault(name)).Of(SampleReport.Required)?.AbsoluteUri);
    }
}
