using System.Text.Json;
using System.Text.RegularExpressions;
using FinOps.Functions.Compliance;
using FinOps.Functions.Compliance.Rendering;
using FinOps.Functions.Rendering;
using FinOps.Functions.Tests.Support;

namespace FinOps.Functions.Tests.Compliance;

public sealed class ComplianceRenderingTests
{
    private const int GmailClipsAt = 102_400;
    private static readonly ComplianceReportRenderer Renderer = new();
    private static readonly ComplianceReport Mixed = Reports.Of(Reports.Mixed, [Reports.Run("a", new(2026, 2, 15), 0.25m), Reports.Run("b", new(2026, 2, 22), 0.3m)]);

    [Fact]
    public void Markdown_IsAsAccepted() => Golden.Match("report.md", Renderer.Markdown(Mixed));

    [Fact]
    public void Csv_IsAsAccepted() => Golden.Match("report.csv", Renderer.Csv(Mixed));

    [Fact]
    public async Task Html_TagsAndNames_AreEncoded()
    {
        var html = await Renderer.HtmlAsync(Mixed);

        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<i>", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_EveryChart_HasWords()
    {
        var html = await Renderer.HtmlAsync(Mixed);

        Assert.Equal(3, Regex.Count(html, "<svg[^>]* role=\"img\"[^>]* aria-label"));
        Assert.Contains("By count from 25.0 % to ", html, StringComparison.Ordinal);
        Assert.Contains("By count: Compliant ", html, StringComparison.Ordinal);
        Assert.All(Regex.Matches(html, "<th(?=[ >])[^>]*>").Select(match => match.Value), heading => Assert.Contains("scope=", heading, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mail_OfManyHostileThings_IsShortAndEncoded()
    {
        var report = Reports.Of(Enumerable.Range(0, 400).Select(number => Reports.Instance($"i-{number}-{new string('x', 200)}",
            [.. Enumerable.Range(0, 50).Select(key => ($"<b>{key}</b>{new string('k', 100)}", $"<script>{new string('v', 240)}"))])), accountName: new string('<', 5_000));

        var mail = await Renderer.MailAsync(report, new PageLink("s3://bucket/page.html", new Uri("https://bucket.example/page.html?X=1"), report.GeneratedAt));

        Assert.True(mail.Length < GmailClipsAt, $"{mail.Length}");
        Assert.DoesNotContain("<script", mail, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<svg", mail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Subject_HasFiguresOnly() => Assert.Equal("Tag compliance 2026-03-01: 28.6 % of resources, 19.4 % of spend", Renderer.Subject(Mixed));

    [Fact]
    public void Markdown_TagsAndNames_MakeNoMarkup()
    {
        var markdown = Renderer.Markdown(Mixed);

        Assert.DoesNotContain("<img", markdown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(@"(?<!\\)\]\(", markdown);
        Assert.DoesNotContain("https://evil", markdown, StringComparison.Ordinal);
        // A cell more in one row than in its heading is a column that somebody smuggled in.
        foreach (var table in Regex.Matches(markdown, @"(^\|.*\|\n)+", RegexOptions.Multiline).Select(match => match.Value.TrimEnd().Split('\n')))
            Assert.Single(table.Select(row => Regex.Count(row, @"(?<!\\)\|")).Distinct());
    }

    [Fact]
    public async Task EveryForm_TextThatTurnsRound_IsShownAsItsNumber()
    {
        foreach (var format in ReportFormats.All)
            Assert.DoesNotContain("\u202E", await Renderer.RenderAsync(Mixed, format), StringComparison.Ordinal);
        Assert.Contains(@"invoice\u202Efdp.exe", await Renderer.HtmlAsync(Mixed), StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_EveryRow_HasEveryColumnAndNoFormula()
    {
        var csv = Renderer.Csv(Reports.Of(Reports.Mixed, withSpend: false));

        Assert.DoesNotMatch("(^|,)\"?[=@]", csv);
        var rows = Regex.Split(csv.TrimEnd(), "\r\n(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
        Assert.Single(rows.Select(row => Regex.Count(row, ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).Distinct());
        Assert.Contains(rows, row => row.StartsWith("command,", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_IsTheWholeModel()
    {
        using var json = JsonDocument.Parse(Renderer.Json(Mixed));
        var result = json.RootElement.GetProperty("result");

        Assert.Equal(9, result.GetProperty("total").GetProperty("total").GetProperty("resources").GetInt32());
        Assert.Equal(5, result.GetProperty("findings").GetArrayLength());
        Assert.Equal("MissingKey", result.GetProperty("rules").EnumerateArray().First(rule => rule.GetProperty("rule").GetString() == "TAG001").GetProperty("kind").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("earlier").GetArrayLength());
    }

    [Fact]
    public async Task Html_NothingToShow_SaysSo()
    {
        var html = await Renderer.HtmlAsync(Reports.Of([], withSpend: false));

        Assert.Contains("n/a of resources are compliant", html, StringComparison.Ordinal);
        Assert.Contains(ComplianceWords.NoEarlierRun, html, StringComparison.Ordinal);
        Assert.DoesNotContain("100.0 %", html, StringComparison.Ordinal);
    }
}
