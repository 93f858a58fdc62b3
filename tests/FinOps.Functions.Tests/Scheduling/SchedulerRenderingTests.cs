using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FinOps.Core.Costs;
using FinOps.Core.Scheduling;
using FinOps.Core.Scheduling.Decisions;
using FinOps.Functions.Rendering;
using FinOps.Functions.Reports;
using FinOps.Functions.Scheduling;
using FinOps.Functions.Scheduling.Rendering;
using FinOps.Functions.Scheduling.Switching;

namespace FinOps.Functions.Tests.Scheduling;

public sealed class SchedulerRenderingTests
{
    private static readonly string[] Hostile =
        ["<img src=x onerror=alert(1)>", "=HYPERLINK(\"http://evil.example\",\"pay\")", "two\r\nBcc: everyone@example.com", "[a](javascript:alert(1)) | `x` @everyone", "invoice\u202Efdp.exe", "constructor"];

    private readonly SchedulerReportRenderer _renderer = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Html_IsSelfContainedAndAccessible(bool applied)
    {
        var html = await _renderer.HtmlAsync(Report(60, applied));

        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)(src|href)\\s*=\\s*[\"']?https?:", html);
        Assert.Equal(Regex.Count(html, "<table"), Regex.Count(html, "<caption"));
        Assert.DoesNotMatch("<th>|<th (?!.*scope=)[^>]*>", html);
        Assert.Single(Regex.Matches(html, "<h1"));
        Assert.Contains("could not see", html, StringComparison.Ordinal);
        Assert.Equal(!applied, html.Contains("This was a dry run", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TagsAndNames_AreDataInEveryForm()
    {
        var report = Report(60, applied: true);

        foreach (var html in new[] { await _renderer.HtmlAsync(report), await _renderer.MailAsync(report, null) })
        {
            Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
        }

        var markdown = _renderer.Markdown(report);
        Assert.DoesNotContain("<img", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("](javascript:", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain(markdown.Split('\n'), line => line.StartsWith("Bcc:", StringComparison.Ordinal));
        Assert.DoesNotContain(_renderer.Text(report).Split('\n'), line => line.StartsWith("Bcc:", StringComparison.Ordinal));
        Assert.All(Hostile, text => Assert.DoesNotContain(text, _renderer.Subject(report), StringComparison.Ordinal));
        var csv = _renderer.Csv(report);
        Assert.DoesNotMatch("(^|,)\"?=", csv);
        Assert.Contains("\"'=HYPERLINK", csv, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(_renderer.Json(report));
        Assert.Equal(report.Rows.Select(row => row.Schedule), json.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("schedule").GetString()!));
    }

    [Fact]
    public async Task Mail_OfThousandsOfResources_IsNotCutOff() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(await _renderer.MailAsync(Report(5_000, applied: true), null)), 1, 100_000);

    [Fact]
    public async Task Saved_IsTheSameSumInEveryTable()
    {
        var report = Report(97, applied: true);
        var total = report.SavedSoFar + report.SavedByEnded;

        Assert.Equal(total, Money.Sum(SchedulerWords.ByAccount(report).Select(account => account.Saved)));
        Assert.Equal(report.StoppedHours, SchedulerWords.ByAccount(report).Sum(account => account.Hours));
        var rows = _renderer.Csv(Report(97, applied: true, hostile: false)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal(total.Amount, rows.Sum(row => row[^2].Length == 0 ? 0 : decimal.Parse(row[^2], CultureInfo.InvariantCulture)));
        Assert.Contains($"Total</th><td class=\"n\">{report.Rows.Count(row => row.StoppedHours is not null)}", await _renderer.HtmlAsync(report), StringComparison.Ordinal);
        Assert.Contains(Figures.Money(total), _renderer.Markdown(report), StringComparison.Ordinal);
    }

    internal static SchedulerReport Report(int rows, bool applied, bool hostile = true) => new()
    {
        Applied = applied,
        Rows = [.. Enumerable.Range(0, rows).Select(at => Row(at, applied, hostile))],
        Schedules = [new ScheduleLine("office-hours", "Mon-Fri 08:00-18:00", "Europe/Berlin", false, new DateTimeOffset(2026, 3, 9, 7, 0, 0, TimeSpan.Zero), rows / 2), new ScheduleLine("batch", "daily 02:00-05:00", "UTC", false, null, 1)],
        Accounts = 7,
        Places = 119,
        Currency = Money.UsDollar,
        RatePeriod = DateRange.OfDays(new DateOnly(2026, 2, 18), 14),
        NotSeen = [new Blindspot("databases of 111122223333/eu-west-1", "AWS answered InternalFailure (try again)", "If it passes by itself, the next run sees it.")],
        Cost = new RunCost(new Dictionary<string, int> { ["EC2"] = 119, ["RDS"] = 238, ["Cost Explorer"] = 1 }, TimeSpan.FromSeconds(21), 1_200_000),
        GeneratedAt = new DateTimeOffset(2026, 3, 6, 20, 0, 0, TimeSpan.Zero),
        RunId = "test",
        Source = "AWS (us-east-1)",
    };

    private static SwitchRow Row(int at, bool applied, bool hostile)
    {
        var text = hostile ? Hostile[at % Hostile.Length] : $"name-{at}";
        var action = (at % 5) switch { 0 or 1 => SwitchAction.Stop, 2 => SwitchAction.Start, _ => SwitchAction.Leave };
        var result = action == SwitchAction.Leave ? SwitchResult.Left : !applied ? SwitchResult.WouldDo : at % 10 == 0 ? SwitchResult.Refused : SwitchResult.Done;
        var stopped = action == SwitchAction.Start || at % 5 == 3;
        return new SwitchRow
        {
            Account = $"11112222333{at % 7}",
            AccountName = hostile ? $"{text} {at % 7}" : $"account-{at % 7}",
            Region = "eu-central-1",
            Kind = (ResourceKind)(at % 4),
            Id = $"i-{at:00000}",
            Arn = $"arn:aws:ec2:eu-central-1:111122223333:instance/i-{at}",
            Name = text,
            Environment = "dev",
            Schedule = text,
            Status = stopped ? "stopped" : "running",
            Action = action,
            Result = result,
            Reason = action != SwitchAction.Leave ? DecisionReason.Schedule : at % 5 == 3 ? DecisionReason.AsItShouldBe : DecisionReason.NotUnderstood,
            Why = $"Schedule '{text}': no schedule of that name",
            Error = result == SwitchResult.Refused ? $"IncorrectInstanceState: {text}" : null,
            Until = at % 2 == 0 ? new DateTimeOffset(2026, 3, 9, 7, 0, 0, TimeSpan.Zero) : null,
            StoppedAt = stopped ? new DateTimeOffset(2026, 3, 6, 17, 0, 0, TimeSpan.Zero) : null,
            StoppedHours = stopped ? 3 + (at / 8m) : null,
            Rate = stopped && at % 2 == 0 ? Money.Usd(0.0123456789m) : null,
            Saved = stopped && at % 2 == 0 ? Money.Usd(0.0123456789m) * (3 + (at / 8m)) : null,
        };
    }
}
