using System.Text.Json;
using System.Text.RegularExpressions;
using FinOps.Core.Costs;
using FinOps.Core.Optimization;
using FinOps.Core.Optimization.Commitments;
using FinOps.Core.Optimization.Decisions;
using FinOps.Core.Optimization.Ledger;
using FinOps.Functions.Optimization;
using FinOps.Functions.Optimization.Ledger;
using FinOps.Functions.Optimization.Rendering;
using FinOps.Functions.Rendering;
using FinOps.Functions.Reports;
using FinOps.Functions.Tests.Support;

namespace FinOps.Functions.Tests.Optimization;

/// <summary>Anybody who may tag a resource or name one writes into the report: all of it must stay text.</summary>
public sealed class OptimizationRenderingTests
{
    private const string Image = "<img src=x onerror=alert(1)>";
    private const string Formula = "=HYPERLINK(\"http://evil.example\",\"pay\")";
    private const string Link = "[invoice](https://evil.example) | **x** `y` @everyone";
    private static readonly DateOnly Today = new(2026, 3, 16);
    private static readonly OptimizationReportRenderer Renderer = new();

    [Fact]
    public async Task Html_HostileNames_AreEncoded_AndTheTableAddsUp()
    {
        var report = Report();
        var html = await Renderer.HtmlAsync(report);

        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", html, StringComparison.Ordinal);
        Assert.Contains($"<td class=\"n\">{Figures.Money(report.Analysis.UsageTotal)}</td>", html, StringComparison.Ordinal);
        foreach (var heading in new[] { "What to do first", "Who can act, and how", "What to commit to", "Beside AWS", "Decisions", "Promised and realised", "What this report could not see", "How each headline number was computed" })
            Assert.Contains(heading, html, StringComparison.Ordinal);
        // Every section is labelled by its heading, and every column has a header.
        Assert.Equal(Regex.Count(html, "<section aria-labelledby"), Regex.Matches(html, "<section aria-labelledby=\"([a-z]+)\"").Count(match => html.Contains($"<h2 id=\"{match.Groups[1].Value}\"", StringComparison.Ordinal)));
        Assert.DoesNotMatch("<th>", html);
    }

    [Fact]
    public async Task Mail_ManyHostileResources_IsShortAndEncoded()
    {
        var html = await Renderer.MailAsync(Report(Enumerable.Range(0, 3000).Select(at => Advice($"{at}{new string('<', 250)}", at + 1)).ToArray()), new PageLink("s3://b/k", new Uri("https://b.example/k?X-Amz-Signature=s"), DateTimeOffset.UnixEpoch));

        Assert.DoesNotContain("<<", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", html, StringComparison.OrdinalIgnoreCase);
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(html) < 100_000);
    }

    [Fact]
    public void Subject_HoldsFiguresOnly() => Assert.Matches(@"^Savings opportunities 2026-03-16: \$[\d,.]+ a month in \d+ resources?$", Renderer.Subject(Report()));

    [Fact]
    public void Markdown_HostileNames_MakeNoMarkup()
    {
        var markdown = Renderer.Markdown(Report());

        Assert.DoesNotContain("<img", markdown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(@"(?<!\\)\]\(", markdown);
        Assert.DoesNotContain("https://evil", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", markdown, StringComparison.Ordinal);
        foreach (var table in Regex.Matches(markdown, @"(^\|.*\|\n)+", RegexOptions.Multiline).Select(match => match.Value.TrimEnd().Split('\n')))
            Assert.Single(table.Select(row => Regex.Count(row, @"(?<!\\)\|")).Distinct());
        Assert.DoesNotContain("\r", Renderer.Text(Report()), StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_HostileNames_AreNoFormulas_AndTheRowsAddUp()
    {
        var report = Report();
        var csv = Renderer.Csv(report);

        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"pay\"\")\"", csv, StringComparison.Ordinal);
        foreach (var line in csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
            Assert.DoesNotMatch("(^|,)[\"']?[=+@|%]", line.Replace("\"'=", "", StringComparison.Ordinal));
        var rows = csv.Split("\r\n").Count(line => line.StartsWith("opportunity,", StringComparison.Ordinal));
        Assert.Equal(report.Analysis.Usage.Count, rows);
    }

    [Fact]
    public void Json_IsTheViewModel_WithCurrencies()
    {
        using var json = JsonDocument.Parse(Renderer.Json(Report()));

        var analysis = json.RootElement.GetProperty("analysis");
        Assert.Equal($"{Report().Analysis.UsageTotal.Amount} USD", analysis.GetProperty("usageTotal").GetString());
        Assert.Contains(analysis.GetProperty("usage").EnumerateArray(), each => each.GetProperty("resource").GetProperty("id").GetString() == Formula);
        Assert.Equal("2026-03", json.RootElement.GetProperty("ledger").GetProperty("month").GetString());
    }

    [Fact]
    public void LedgerJson_IsReadBackAsItWasWritten()
    {
        var ledger = Report().Ledger!;

        Assert.Equal(LedgerJson.Write(ledger), LedgerJson.Write(LedgerJson.Read(LedgerJson.Write(ledger))));
    }

    [Fact]
    public async Task Empty_EveryForm_SaysSoInsteadOfFailing()
    {
        var report = Report([]) with { Ledger = null };

        foreach (var format in ReportFormats.All)
            Assert.NotEmpty(await Renderer.RenderAsync(report, format));
        Assert.Contains("Nothing.", Renderer.Markdown(report), StringComparison.Ordinal);
    }

    private static OptimizationReport Report(Advice[]? advice = null)
    {
        advice ??= [Advice(Image, 10), Advice(Formula, 20), Advice(Link, 30), Advice("i-ok\r\nBcc: all@example.com", 40), Advice("i-decided", 50)];
        var facts = new OptimizationFacts { Today = Today, Advice = advice, HubTotals = new HubTotals(Money.Usd(111), Money.Usd(0)), MonthlySpend = Money.Usd(9000), Commitments = Commitments() };
        var accounts = new Dictionary<string, AccountFacts> { ["111122223333"] = new("111122223333", $"\"{Image}\"", null) };
        var owners = new OwnerFinder(Standards.Own, "Team", accounts);
        var decided = OptimizationAnalyst.Advised(facts, owners).FirstOrDefault(each => each.Resource.Id == "i-decided");
        if (decided is not null)
            facts = facts with { Decisions = new DecisionList("d", [new Decision(decided.Best.Id, DecisionKind.Snooze, Link, Image, Today.AddDays(3), 1), new Decision("ffffffffffff", DecisionKind.Dismiss, "x", "y", Today, 2)]) };
        var ledger = LedgerKeeper.Step(SavingsLedger.Empty(BillingMonth.Containing(Today)), Today.AddDays(-7), OptimizationAnalyst.Advised(facts, owners), new HashSet<AdviceSource>(), null);
        return new OptimizationReport
        {
            Analysis = OptimizationAnalyst.Analyse(facts, owners),
            Sources = [new SourceState(AdviceSource.CostOptimizationHub, "read", true, advice.Length)],
            Ledger = LedgerKeeper.Step(ledger, Today, [], new HashSet<AdviceSource> { AdviceSource.CostOptimizationHub }, null),
            AccountNames = accounts.ToDictionary(account => account.Key, account => account.Value.Name),
            NotSeen = [new Blindspot($"what {Image} hides", Formula, Link)],
            Cost = new RunCost(new Dictionary<string, int> { ["Cost Explorer"] = 4 }, TimeSpan.FromSeconds(1), 1000),
            GeneratedAt = DateTimeOffset.UnixEpoch,
            RunId = "run",
            Source = "the fake",
        };
    }

    private static CommitmentFacts Commitments() => new(
        [new CommitmentUse("Savings plans", new DateRange(new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1)), Money.Usd(10), Money.Usd(9), 0.9m, Money.Usd(3), Money.Usd(12), Money.Usd(20), 0.375m)], ["Reservations"]);

    private static Advice Advice(string id, decimal saving) => new(
        AdviceSource.CostOptimizationHub, id, new ResourceName("111122223333", "eu-west-1", "ec2:instance", id), SavingAction.Rightsize, Money.Usd(saving))
    {
        Current = Image, Recommended = Link, Tags = new Dictionary<string, string> { ["Team"] = Formula },
    };
}
