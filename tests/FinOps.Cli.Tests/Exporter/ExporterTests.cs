using System.Net;
using FinOps.Cli.Errors;
using FinOps.Cli.Exporter;
using FinOps.Cli.Local;
using FinOps.Core.Metrics;
using FinOps.Core.Organization.Synthetic;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Core.Tests.Metrics;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs;

namespace FinOps.Cli.Tests.Exporter;

/// <summary>The exporter in this process: real sockets, the embedded AWS, and a clock that moves when the test says so.</summary>
public sealed class ExporterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("finops-exporter-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Metrics_OverASocket_EqualTheReport()
    {
        await using var aws = await EmbeddedAwsAsync();
        using var clients = ReportClients.Create(aws.Connection);
        var book = new MetricsBook(cancellationToken => ReportAsync(clients, cancellationToken), TimeProvider.System);
        await using var server = await MetricsServer.StartAsync(0, book, CancellationToken.None);
        using var http = new HttpClient();

        Assert.Equal("# EOF\n", await http.GetStringAsync(server.Metrics));
        var report = await book.RefreshAsync(CancellationToken.None);
        using var answer = await http.GetAsync(server.Metrics);

        Assert.Equal(OpenMetricsText.ContentType, answer.Content.Headers.ContentType!.ToString());
        var samples = OpenMetricsParser.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(report.Analysis.BillTotal!.Value.Amount, Value(samples, "finops_bill_cost_usd"));
        Assert.Equal(report.Analysis.UsageTotal.Amount, Value(samples, "finops_usage_cost_usd"));
        Assert.Equal(report.Analysis.Allocation.Unallocated.Amount, Value(samples, "finops_unallocated_cost_usd"));
        Assert.Equal(3, Value(samples, "finops_report_cost_explorer_requests"));
        Assert.True(Value(samples, "finops_last_success_age_seconds") >= 0);
        Assert.True(server.Metrics.IsLoopback);
    }

    [Fact]
    public async Task Server_OtherRequests_AreAnsweredInKind()
    {
        await using var server = await MetricsServer.StartAsync(0, Broken(), CancellationToken.None);
        using var http = new HttpClient { BaseAddress = server.Metrics };

        Assert.Contains("href=\"/metrics\"", await http.GetStringAsync("/"), StringComparison.Ordinal);
        using var unknown = await http.GetAsync("/metrics/x");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var posted = await http.PostAsync("/metrics", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
    }

    [Fact]
    public async Task Server_TakenPort_IsToldWithItsId()
    {
        await using var first = await MetricsServer.StartAsync(0, Broken(), CancellationToken.None);

        var failure = await Assert.ThrowsAsync<ProblemException>(() => MetricsServer.StartAsync(first.Metrics.Port, Broken(), CancellationToken.None));

        Assert.Equal("FIN1280", Assert.Single(failure.Problems).Id);
    }

    /// <summary>Good, denied, denied, good: one request to AWS an interval, and the figures of the last success in between.</summary>
    [Fact]
    public async Task Refresh_ThatFails_KeepsTheLastValuesAndIsCounted()
    {
        await using var aws = await EmbeddedAwsAsync();
        using var clients = ReportClients.Create(aws.Connection);
        var good = await ReportAsync(clients, CancellationToken.None);
        var clock = new SteppedClock();
        var asked = 0;
        var book = new MetricsBook(_ => ++asked is 2 or 3 ? Task.FromException<CostReport>(Denied()) : Task.FromResult(good), clock);
        var error = new StringWriter();
        using var stop = new CancellationTokenSource();

        var refreshing = ExporterCommand.RefreshAsync(book, RefreshInterval.Parse("6h")!, Context(new StringWriter(), error, clock), stop.Token);
        var wait = await clock.NextTimerAsync();
        var first = book.Text();
        for (var i = 0; i < 2; i++)
        {
            clock.Fire(wait);
            wait = await clock.NextTimerAsync();
        }

        var after = OpenMetricsParser.Parse(book.Text());
        clock.Fire(wait);
        await clock.NextTimerAsync();
        var recovered = OpenMetricsParser.Parse(book.Text());
        await stop.CancelAsync();
        await refreshing;

        Assert.Equal(TimeSpan.FromHours(6), wait.Due);
        Assert.DoesNotContain("finops_scrape_errors", first, StringComparison.Ordinal);
        var before = OpenMetricsParser.Parse(first);
        Assert.Equal(Value(before, "finops_bill_cost_usd"), Value(after, "finops_bill_cost_usd"));
        Assert.Equal(Value(before, "finops_last_success_timestamp_seconds"), Value(after, "finops_last_success_timestamp_seconds"));
        Assert.Equal(12 * 3600, Value(after, "finops_last_success_age_seconds"));
        var failures = after.Single(sample => sample.Name == "finops_scrape_errors_total");
        Assert.Equal(("FIN5002", 2m), (failures.Labels["error"], failures.Value));
        Assert.Equal(0, Value(recovered, "finops_last_success_age_seconds"));
        Assert.Equal(2, Value(recovered, "finops_scrape_errors_total"));
        Assert.Contains("FIN5002 ce: role", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, asked);
    }

    [Fact]
    public async Task Once_PrintsTheMetricsAlone()
    {
        var (exitCode, output, error) = await RunAsync("--once");

        Assert.True(exitCode == ExitCodes.Done, error);
        Assert.True(Value(OpenMetricsParser.Parse(output), "finops_bill_cost_usd") > 0);
    }

    [Fact]
    public async Task Command_UntilItIsStopped_ServesAndSaysWhatADayCosts()
    {
        using var output = new StringWriter();
        using var error = new AwaitedWriter("Cost Explorer requests,");
        using var stop = new CancellationTokenSource(SteppedClock.Patience);
        var running = InvokeAsync(output, error, stop.Token, "--port", "0");
        await Task.WhenAny(error.Seen, running);
        var said = output.ToString();
        Assert.Contains("at least 3 Cost Explorer requests each time, 0.12 USD a day", said, StringComparison.Ordinal);
        using var http = new HttpClient();

        var text = await http.GetStringAsync(said.Split("Serving ")[1].Split(". Ctrl-C")[0]);
        await stop.CancelAsync();

        Assert.True(Value(OpenMetricsParser.Parse(text), "finops_bill_cost_usd") > 0);
        Assert.Equal(ExitCodes.Done, await running);
    }

    [Fact]
    public async Task Mistakes_AreToldTogether()
    {
        var (exitCode, output, error) = await RunAsync("--port", "65536", "--interval", "10s");

        Assert.Equal((ExitCodes.Failed, ""), (exitCode, output));
        Assert.Contains("FIN1280 command line: --port: found 65536", error, StringComparison.Ordinal);
        Assert.Contains("FIN1281 command line: --interval: found '10s'", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1m", 60, 43.2)]
    [InlineData("90m", 5_400, 0.48)]
    [InlineData("6h", 21_600, 0.12)]
    [InlineData("7d", 604_800, 0.0043)]
    public void Interval_Text_IsATimeWithAPrice(string text, int seconds, decimal price)
    {
        var interval = RefreshInterval.Parse(text)!;

        Assert.Equal((TimeSpan.FromSeconds(seconds), price), (interval.Time, interval.LeastUsdADay));
    }

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("0m")]
    [InlineData("-1h")]
    [InlineData("1.5h")]
    [InlineData("8d")]
    [InlineData("10081m")]
    [InlineData("99999999999999d")]
    [InlineData("6H")]
    [InlineData("6 h")]
    public void Interval_OtherText_IsNone(string text) => Assert.Null(RefreshInterval.Parse(text));

    private static MetricsBook Broken() => new(_ => Task.FromException<CostReport>(Denied()), TimeProvider.System);

    private static ProblemException Denied() => new([new Problem("FIN5002", "ce", "role", "no permission", "ce:GetCostAndUsage", "Grant it.")]);

    private static decimal Value(IEnumerable<ParsedSample> samples, string name) => samples.Single(sample => sample.Name == name).Value;

    private static Task<CostReport> ReportAsync(ReportClients clients, CancellationToken cancellationToken) => CostAnalyzer.RunAsync(
        new CostAnalyzerOptions { Standard = TagStandard.Load(Path.Combine(Clone.Root, TagStandard.FileName)) }, clients, TimeProvider.System, cancellationToken);

    private Task<AwsSession> EmbeddedAwsAsync() => AwsSession.StartEmbeddedAsync(
        _folder, SyntheticOrganizationOptions.ForToday(TimeProvider.System) with { Accounts = 6, Months = 2 }, TimeProvider.System, port: 0, CancellationToken.None);

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await InvokeAsync(output, error, CancellationToken.None, args);
        return (exitCode, output.ToString(), error.ToString());
    }

    private Task<int> InvokeAsync(TextWriter output, TextWriter error, CancellationToken cancellationToken, params string[] args)
    {
        string[] local = ["--aws", "local", "--data", _folder, "--accounts", "6", "--months", "2", "--standard", Path.Combine(Clone.Root, TagStandard.FileName)];
        var parsed = FinOpsCommand.Create(Context(output, error, TimeProvider.System)).Parse(["exporter", .. args, .. local]);
        Assert.Empty(parsed.Errors);
        return parsed.InvokeAsync(cancellationToken: cancellationToken);
    }

    private static CliContext Context(TextWriter output, TextWriter error, TimeProvider time) => new(TestConsole.Of(output), TestConsole.Of(error), time);
}
