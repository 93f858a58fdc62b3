using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.Budgets.Model;
using FinOps.Core.Costs;
using FinOps.Functions.Costs;
using FinOps.Functions.Delivery;
using FinOps.Functions.Costs.Rendering;
using FinOps.Functions.Rendering;
using FinOps.Functions.Tests.Support;
using Moq;

namespace FinOps.Functions.Tests.Costs;

/// <summary>Anybody who may tag a resource or name an account writes into the report: all of it must stay text.</summary>
public sealed class HostileTextTests
{
    private const string Image = "<img src=x onerror=alert(1)>";
    private const string Formula = "=HYPERLINK(\"http://evil.example\",\"pay\")";
    private const string Link = "[invoice](https://evil.example) | **x** `y` @everyone";

    [Fact]
    public async Task Html_TagsAndNames_AreEncoded()
    {
        var html = await new CostReportRenderer().HtmlAsync(await ReportAsync());

        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", html, StringComparison.Ordinal);
        Assert.Contains("&lt;/style&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_TagsAndNames_AreEncodedAndShort()
    {
        var html = await new CostReportRenderer().MailAsync(await ReportAsync(), null);

        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", html, StringComparison.OrdinalIgnoreCase);
        Assert.True(html.Length < 100_000);
    }

    /// <summary>Fifty owners with 256 letters each, all of them movers and unusual, budgets and earlier actions alike.</summary>
    [Fact]
    public async Task Mail_FiftyLongHostileTags_IsShortAndOnlyText()
    {
        string[] pieces = [Image, Formula, Link, "\u202E\u05D0\u05D1", "\r\nBcc: x@example.com\r\n"];
        var names = Enumerable.Range(0, 50).Select(i => $"{i:00}{string.Concat(Enumerable.Repeat(pieces[i % pieces.Length], 256))}"[..256]).ToArray();
        var spike = Bills.AsOf.AddDays(-8);
        var rows = Bills.Daily([.. names.Select(name => (name, name))])
            .Select(row => row.Day < spike ? row : row with { AmortizedCost = Money.Usd(500), NetAmortizedCost = Money.Usd(500), UnblendedCost = Money.Usd(500) }).ToList();
        var fakes = FakeClients.For(rows);
        fakes.Budgets.Setup(client => client.DescribeBudgetsAsync(It.IsAny<DescribeBudgetsRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(new DescribeBudgetsResponse
        {
            Budgets = [.. names.Select(name => new Budget
            {
                BudgetName = name, BudgetType = "COST", TimeUnit = "MONTHLY", BudgetLimit = new() { Amount = "1", Unit = "USD" },
                CalculatedSpend = new() { ActualSpend = new() { Amount = "2", Unit = "USD" } }, CostFilters = new() { ["TagKeyValue"] = [$"user:Team${name}"] },
            })],
        });
        fakes.Store("reports/cost-analyzer/reviews/2026-W46.json", JsonSerializer.Serialize(new
        {
            week = "2026-W46", day = "2026-11-14", currency = "USD", allocatedShare = 0.5, unallocated = 1,
            actions = names.Take(5).Select(name => new { id = name, kind = "Mover", subject = name, cause = name, stake = 1, currency = "USD", owner = name, due = "2026-11-20" }),
        }));
        var options = new CostAnalyzerOptions { Standard = Standards.Own, AsOf = Bills.AsOf, ReviewBucket = "reports" };

        var report = await CostAnalyzer.RunAsync(options, fakes.Clients, new FixedTime(), CancellationToken.None);

        Assert.Equal((50, 50, 5), (report.Analysis.OwnerMovers.Count, report.Analysis.Anomalies.Items.Count, report.Analysis.Review.Progress.Count));
        var mail = await new CostReportRenderer().MailAsync(report, null);
        Assert.InRange(Encoding.UTF8.GetByteCount(mail), 10_000, 99_999);
        Assert.DoesNotContain("<img", mail, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", await new CostReportRenderer().HtmlAsync(report), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", new CostReportRenderer().Markdown(report), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\nBcc:", new CostReportRenderer().Text(report), StringComparison.Ordinal);
        foreach (var line in new CostReportRenderer().Csv(report).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
            Assert.DoesNotMatch("(^|,)=", line);
    }

    [Fact]
    public async Task Markdown_TagsAndNames_MakeNoMarkup()
    {
        var markdown = new CostReportRenderer().Markdown(await ReportAsync());

        Assert.DoesNotContain("<img", markdown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(@"(?<!\\)\]\(", markdown);
        Assert.DoesNotContain("https://evil", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", markdown, StringComparison.Ordinal);
        // A cell more in one row than in its heading is a column that somebody smuggled in.
        foreach (var table in Regex.Matches(markdown, @"(^\|.*\|\n)+", RegexOptions.Multiline).Select(match => match.Value.TrimEnd().Split('\n')))
            Assert.Single(table.Select(row => Regex.Count(row, @"(?<!\\)\|")).Distinct());
    }

    [Fact]
    public async Task Csv_TagsAndNames_AreNoFormulas()
    {
        var csv = new CostReportRenderer().Csv(await ReportAsync());

        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"pay\"\")\"", csv, StringComparison.Ordinal);
        foreach (var line in csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
            Assert.DoesNotMatch("(^|,)[\"']?[=+@|%]", line.Replace("\"'=", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("", "")]
    public void CsvField_Text_IsQuotedAndNeutral(string text, string expected) => Assert.Equal(expected, CsvField.Text(text));

    [Fact]
    public void MailHeader_LineEnds_BecomeSpaces() =>
        Assert.Equal("Cost  Bcc: all@example.com x", MailHeader.Value("Cost\r\nBcc: all@example.com\u2028x"));

    [Fact]
    public async Task Subject_HoldsFiguresOnly() =>
        Assert.Matches(@"^Cost report 2026-11: \$[\d,.]+, [\d.]+ % allocated$", MailText.Subject(await ReportAsync()));

    [Fact]
    public async Task Json_TagsAndNames_SurviveUnchanged()
    {
        using var json = JsonDocument.Parse(new CostReportRenderer().Json(await ReportAsync()));

        var keys = json.RootElement.GetProperty("analysis").GetProperty("allocation").GetProperty("values").EnumerateArray()
            .Select(value => value.GetProperty("cost").GetProperty("key").GetString());
        Assert.Contains(Formula, keys);
        Assert.Contains(Image, keys);
    }

    private static Task<CostReport> ReportAsync() => CostAnalyzer.RunAsync(
        new CostAnalyzerOptions { Standard = Standards.Own, AsOf = Bills.AsOf },
        FakeClients.For(Bills.Daily((Image, Image), (Formula, "+1-800"), (Link, Link), ("</style><script>alert(1)</script>", "constructor"), ("payments", "ok"))).Clients,
        TimeProvider.System,
        CancellationToken.None);
}
