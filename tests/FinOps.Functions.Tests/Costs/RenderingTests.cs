using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FinOps.Core.Costs;
using FinOps.Functions.Costs;
using FinOps.Functions.Costs.Rendering;
using FinOps.Functions.Rendering;
using FinOps.Functions.Tests.Support;

namespace FinOps.Functions.Tests.Costs;

public sealed class RenderingTests
{
    [Fact]
    public async Task Html_Report_IsSelfContainedAndAccessible()
    {
        var html = await new CostReportRenderer().HtmlAsync(await ReportAsync());

        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", html, StringComparison.Ordinal);
        Assert.Contains("@media print", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)(src|href)\\s*=\\s*[\"']?https?:", html);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.Equal(Regex.Count(html, "<table"), Regex.Count(html, "<caption"));
        Assert.DoesNotMatch("<th>|<th (?!.*scope=)[^>]*>", html);
        Assert.Equal(Regex.Count(html, "<svg"), Regex.Count(html, "<svg[^>]*role=\"img\"[^>]*aria-label"));
        Assert.Single(Regex.Matches(html, "<h1"));
        Assert.Single(Regex.Matches(html, "<main"));
    }

    [Fact]
    public async Task AllForms_Report_TellTheSameHeadlines()
    {
        var report = await ReportAsync();
        var bill = Figures.Money(report.Analysis.BillTotal!.Value);
        var share = Figures.Percent(report.Analysis.Allocation.Share);

        foreach (var text in new[] { await new CostReportRenderer().HtmlAsync(report), await new CostReportRenderer().MailAsync(report, null), new CostReportRenderer().Markdown(report), new CostReportRenderer().Text(report) })
        {
            Assert.Contains(bill, text, StringComparison.Ordinal);
            Assert.Contains(share, text, StringComparison.Ordinal);
            Assert.Contains("could not see", text, StringComparison.Ordinal);
        }

        using var json = JsonDocument.Parse(new CostReportRenderer().Json(report));
        Assert.Equal(report.Analysis.BillTotal!.Value.Amount, json.RootElement.GetProperty("analysis").GetProperty("billTotal").GetDecimal());
    }

    [Fact]
    public async Task Csv_EachUsageTable_AddsUpToTheUsage()
    {
        var report = await ReportAsync();
        var rows = new CostReportRenderer().Csv(report).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToList();

        foreach (var table in new[] { "tag Team", "service", "account", "region" })
            Assert.Equal(report.Analysis.UsageTotal.Amount, rows.Where(row => row[0] == table).Sum(row => decimal.Parse(row[3], CultureInfo.InvariantCulture)));
        Assert.Equal(report.Analysis.BillTotal!.Value.Amount, rows.Where(row => row[0] == "bill by charge type").Sum(row => decimal.Parse(row[3], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Html_NothingSpent_Renders()
    {
        var report = await CostAnalyzer.RunAsync(
            new CostAnalyzerOptions { Standard = Standards.Own, AsOf = Bills.AsOf }, FakeClients.For([]).Clients, TimeProvider.System, CancellationToken.None);

        Assert.Contains("$0.00", await new CostReportRenderer().HtmlAsync(report), StringComparison.Ordinal);
        Assert.Contains("n/a", await new CostReportRenderer().MailAsync(report, null), StringComparison.Ordinal);
        Assert.Contains("$0.00", new CostReportRenderer().Markdown(report), StringComparison.Ordinal);
        Assert.NotEmpty(new CostReportRenderer().Csv(report));
    }

    [Theory]
    [InlineData("1234.565", "USD", "$1,234.57")]
    [InlineData("-0.004", "USD", "$0.00")]
    [InlineData("-12.3", "USD", "-$12.30")]
    [InlineData("12.3", "EUR", "12.30 EUR")]
    public void Money_Amount_IsRoundedOnceAndSigned(string amount, string currency, string expected) =>
        Assert.Equal(expected, Figures.Money(Money.Parse(amount, currency)));

    private static Task<CostReport> ReportAsync() => CostAnalyzer.RunAsync(
        new CostAnalyzerOptions { Standard = Standards.Own, AsOf = Bills.AsOf }, FakeClients.For(Bills.Synthetic).Clients, TimeProvider.System, CancellationToken.None);
}
