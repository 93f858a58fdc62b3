using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FinOps.Core.Costs.History;
using FinOps.Functions.History;
using FinOps.Functions.History.Rendering;
using FinOps.Functions.Rendering;
using FinOps.Functions.Tests.Support;

namespace FinOps.Functions.Tests.History;

public sealed class HistoryRenderingTests
{
    private const string Image = "<img src=x onerror=alert(1)>";
    private const string Formula = "=HYPERLINK(\"http://evil.example\",\"pay\")";
    private const string Link = "[invoice](https://evil.example) | **x** `y` @everyone";
    private const string Lines = "two\r\nlines";

    [Theory]
    [InlineData(HistoryGranularity.Monthly)]
    [InlineData(HistoryGranularity.Daily)]
    public async Task Html_IsSelfContainedAndAccessible(HistoryGranularity granularity)
    {
        var html = await RenderAsync(await SyntheticAsync(granularity), "html");

        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)(src|href)\\s*=\\s*[\"']?https?:", html);
        Assert.Equal(Regex.Count(html, "<table"), Regex.Count(html, "<caption"));
        Assert.DoesNotMatch("<th>|<th (?!.*scope=)[^>]*>", html);
        Assert.Equal(granularity == HistoryGranularity.Daily ? 2 : 1, Regex.Count(html, "<svg"));
        Assert.Equal(Regex.Count(html, "<svg"), Regex.Count(html, "<svg[^>]*role=\"img\"[^>]*aria-label"));
        Assert.Single(Regex.Matches(html, "<h1"));
        Assert.Contains("could not see", html, StringComparison.Ordinal);
        Assert.Contains("Least $", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllForms_TellTheSameTotal()
    {
        var report = await SyntheticAsync(HistoryGranularity.Daily);
        var total = Figures.Money(report.Analysis.Total);

        Assert.Contains(total, await RenderAsync(report, "html"), StringComparison.Ordinal);
        Assert.Contains(total, await RenderAsync(report, "md"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await RenderAsync(report, "json"));
        Assert.Equal(report.Analysis.Total.Amount, json.RootElement.GetProperty("analysis").GetProperty("total").GetDecimal());
        var rows = (await RenderAsync(report, "csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToList();
        foreach (var table in new[] { "total by month", "group by month", "total by day", "group by day" })
            Assert.Equal(report.Analysis.Total.Amount, rows.Where(row => row[0] == table).Sum(row => row[5].Length == 0 ? 0 : decimal.Parse(row[5], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task NothingSpent_SaysNoDataInEveryForm()
    {
        var report = await HistoryAnalyzerTests.RunAsync(new BilledCostExplorer([]), HistoryAnalyzerTests.Options("service"));

        foreach (var format in ReportFormats.All.Except(["csv", "json"]))
            Assert.Contains("no data", await RenderAsync(report, format), StringComparison.Ordinal);
        Assert.Contains("total by month,,Total,2026-09,NoData,,,,,,USD", await RenderAsync(report, "csv"), StringComparison.Ordinal);
        Assert.Contains("\"NoData\"", await RenderAsync(report, "json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostileNames_StayText()
    {
        foreach (var by in new[] { "tag:Team", "account" })
        {
            var report = await HistoryAnalyzerTests.RunAsync(new BilledCostExplorer(Bills.Daily(
                (Image, Image), (Formula, Formula), (Link, Link), (Lines, Lines), ("</style><script>alert(1)</script>", "constructor"))), HistoryAnalyzerTests.Options(by, "2026-10"));

            var html = await RenderAsync(report, "html");
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", html, StringComparison.Ordinal);

            var markdown = await RenderAsync(report, "md");
            Assert.DoesNotContain("<img", markdown, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(@"(?<!\\)\]\(", markdown);
            Assert.DoesNotContain("https://evil", markdown, StringComparison.Ordinal);
            Assert.DoesNotContain("@everyone", markdown, StringComparison.Ordinal);
            foreach (var table in Regex.Matches(markdown, @"(^\|.*\|\n)+", RegexOptions.Multiline).Select(match => match.Value.TrimEnd().Split('\n')))
                Assert.Single(table.Select(row => Regex.Count(row, @"(?<!\\)\|")).Distinct());

            var csv = await RenderAsync(report, "csv");
            Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"pay\"\")\"", csv, StringComparison.Ordinal);
            Assert.DoesNotMatch("(^|,)[\"']?[=+@|%]", csv.Replace("\"'=", "", StringComparison.Ordinal));
            Assert.Contains("\"two\r\nlines\"", csv, StringComparison.Ordinal);

            using var json = JsonDocument.Parse(await RenderAsync(report, "json"));
            Assert.Contains(Formula, json.RootElement.GetProperty("analysis").GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("label").GetString()));
        }
    }

    [Fact]
    public async Task HostileTagKey_StaysText()
    {
        var report = await HistoryAnalyzerTests.RunAsync(new BilledCostExplorer(Bills.Daily(("", "one"))), HistoryAnalyzerTests.Options("tag:" + Image + "|x", "2026-10"));

        Assert.DoesNotContain("<img", await RenderAsync(report, "html"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", await RenderAsync(report, "md"), StringComparison.OrdinalIgnoreCase);
    }

    private static Task<string> RenderAsync(HistoryReport report, string format) => new HistoryReportRenderer().RenderAsync(report, format);

    private static Task<HistoryReport> SyntheticAsync(HistoryGranularity granularity) =>
        HistoryAnalyzerTests.RunAsync(new BilledCostExplorer(Bills.Synthetic), HistoryAnalyzerTests.Options("service") with { Granularity = granularity });
}
