using System.Globalization;
using System.Text.Json;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs;
using FinOps.Functions.Tests.Support;

namespace FinOps.Functions.Tests.LocalAws;

/// <summary>The whole report over real sockets, signed, against the embedded AWS.</summary>
public sealed class ReportAgainstLocalAwsTests(LocalAwsFixture aws) : IClassFixture<LocalAwsFixture>
{
    [Fact]
    public async Task RunAsync_FortyAccounts_BillAndUsageAreTheSumsOfTheRows()
    {
        using var clients = aws.Clients();

        var report = await RunAsync(clients);

        var month = new BillingMonth(2026, 11).Range;
        var rows = aws.Server.Organization.Costs.Rows().Where(row => month.Contains(row.Day)).ToList();
        Assert.Equal(Money.Sum(rows.Select(row => row.UnblendedCost)), report.Analysis.BillTotal);
        Assert.Equal(Money.Sum(rows.Where(row => ResourceUsage.Contains(row.Item.RecordType)).Select(row => row.AmortizedCost)), report.Analysis.UsageTotal);
        Assert.True(report.Analysis.CrossCheck.Agrees);
        Assert.All(report.Analysis.Accounts.Rows, row => Assert.NotEqual(row.Key, row.Label));
        Assert.InRange(report.Analysis.Allocation.Share!.Value, 0.5m, 0.95m);
        Assert.NotEmpty(report.Analysis.Allocation.InvalidValues);
        Assert.True(report.Cost.BytesRead > 0);
    }

    [SkippableFact]
    public async Task RunAsync_FortyAccounts_BillEqualsTheAwsCliToTheCent()
    {
        Skip.IfNot(AwsCommand.IsInstalled, "the aws command is not installed");
        using var clients = aws.Clients();

        var report = await RunAsync(clients);

        using var answer = JsonDocument.Parse(await AwsCommand.RunAsync(
            aws.Server, "ce", "get-cost-and-usage", "--time-period", "Start=2026-11-01,End=2026-11-21", "--granularity", "MONTHLY", "--metrics", "UnblendedCost"));
        var total = answer.RootElement.GetProperty("ResultsByTime")[0].GetProperty("Total").GetProperty("UnblendedCost").GetProperty("Amount").GetString()!;
        Assert.Equal(decimal.Parse(total, CultureInfo.InvariantCulture), report.Analysis.BillTotal!.Value.Amount, 2);
    }

    [Fact]
    public async Task RunAsync_TagNotActivated_SaysSoInsteadOfZero()
    {
        using var clients = aws.Clients();

        var report = await CostAnalyzer.RunAsync(
            new CostAnalyzerOptions { Standard = Standards.Own, AsOf = Bills.AsOf, AllocationTag = "CostCenter" }, clients, TimeProvider.System, CancellationToken.None);

        Assert.True(report.Analysis.Allocation.TagSeemsInactive);
        Assert.Contains(report.NotSeen, spot => spot.NextStep.Contains("Activate CostCenter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_WrongSecret_IsRefusedWithNextStep()
    {
        using var clients = ReportClients.Create(new AwsConnection(new Amazon.Runtime.BasicAWSCredentials(aws.Server.AccessKeyId, "wrong"), aws.Server.Url, AwsConnection.GlobalRegion, Retries: 0));

        var failure = await Assert.ThrowsAsync<Core.Problems.ProblemException>(() => RunAsync(clients));

        Assert.Equal("FIN5002", failure.Problems[0].Id);
    }

    private static Task<CostReport> RunAsync(ReportClients clients) => CostAnalyzer.RunAsync(
        new CostAnalyzerOptions { Standard = Standards.Own, AsOf = Bills.AsOf }, clients, TimeProvider.System, CancellationToken.None);
}
