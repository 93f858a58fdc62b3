using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;
using FinOps.Core.Problems;
using FinOps.Functions.Costs;
using FinOps.Functions.Costs.Rendering;
using FinOps.Functions.Tests.Support;

namespace FinOps.Functions.Tests.Costs;

/// <summary>The time is over before all answers have come. Nothing here waits for a clock: a test says when it is over.</summary>
public sealed class CostDeadlineTests
{
    private static readonly CostAnalyzerOptions Options = new() { Standard = Standards.Own, AsOf = Bills.AsOf };

    [Theory]
    [InlineData(1, CostQuestion.UsageByAccount)]
    [InlineData(2, CostQuestion.UsageByService)]
    [InlineData(3, CostQuestion.ChargesByRegion)]
    public async Task RunAsync_DeadlineBeforeAnAnswer_MakesTheReportOfTheRestAndSaysSo(int question, CostQuestion missing)
    {
        using var deadline = new CancellationTokenSource();
        var answered = 0;
        var explorer = new BilledCostExplorer(Bills.Daily(("payments", "a"), ("", "b")))
        {
            Delay = async (number, stop) =>
            {
                if (number == question)
                {
                    await Task.Delay(Timeout.Infinite, stop);
                }

                if (Interlocked.Increment(ref answered) == 2)
                {
                    await deadline.CancelAsync();
                }
            },
        };

        var report = await CostAnalyzer.RunAsync(Options, new FakeClients(explorer).Clients, new FixedTime(), CancellationToken.None, deadline.Token);

        Assert.Contains(missing, report.Analysis.Missing);
        Assert.Contains(report.NotSeen, spot => spot.Why.Contains("had not come", StringComparison.Ordinal));
        Assert.Equal(missing == CostQuestion.ChargesByRegion ? null : Money.Usd(400), report.Analysis.BillTotal);
        Assert.Equal(Money.Usd(400), report.Analysis.UsageTotal);
        var html = await new CostReportRenderer().HtmlAsync(report);
        Assert.Contains("This report is not whole", html, StringComparison.Ordinal);
        Assert.Contains("This report is not whole", await new CostReportRenderer().MailAsync(report, null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_DeadlineBeforeEverything_Fails()
    {
        using var deadline = new CancellationTokenSource();
        var explorer = new BilledCostExplorer([])
        {
            Delay = async (number, stop) =>
            {
                if (number == 3)
                    await deadline.CancelAsync();
                await Task.Delay(Timeout.Infinite, stop);
            },
        };

        var failure = await Assert.ThrowsAsync<ProblemException>(() =>
            CostAnalyzer.RunAsync(Options, new FakeClients(explorer).Clients, new FixedTime(), CancellationToken.None, deadline.Token));

        Assert.Equal("FIN5021", Assert.Single(failure.Problems).Id);
    }
}
