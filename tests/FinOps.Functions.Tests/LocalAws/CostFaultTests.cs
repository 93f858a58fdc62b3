using Amazon.Runtime;
using FinOps.Core.Organization.Synthetic;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs;
using FinOps.Functions.Tests.Support;
using FinOps.LocalAws;
using FinOps.LocalAws.Faults;

namespace FinOps.Functions.Tests.LocalAws;

/// <summary>The cost report on a bad day of AWS, over real sockets: what is denied is named, what is throttled is asked again, what expires fails.</summary>
public sealed class CostFaultTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("finops-cost-faults-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task RunAsync_ThrottledAndPartlyDenied_IsWholeButForWhatItNames()
    {
        await using var server = await StartAsync(
            new Fault { Service = "ce", Operation = "GetCostAndUsage", Error = "LimitExceededException", Times = 2 },
            new Fault { Service = "ce", Operation = "GetAnomalies", Error = "AccessDeniedException", Status = 400 },
            new Fault { Service = "budgets", Error = "AccessDeniedException", Status = 400 },
            new Fault { Service = "s3", Operation = "GetObject", Error = "AccessDenied", Status = 403 });

        var report = await RunAsync(server);

        var month = report.Analysis.Periods.Current;
        Assert.Equal(
            FinOps.Core.Costs.Money.Sum(server.Organization.Costs.Rows().Where(row => month.Contains(row.Day)).Select(row => row.UnblendedCost)), report.Analysis.BillTotal);
        Assert.Equal(3, report.Cost.CostExplorerRequests);
        Assert.NotEmpty(report.Analysis.Anomalies.Items);
        foreach (var what in new[] { "what AWS Cost Anomaly Detection saw", "budgets", "the review of the week before" })
            Assert.Contains(report.NotSeen, spot => spot.What == what && spot.Why.Contains("denied", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_TokenExpiresMidway_Fails()
    {
        await using var server = await StartAsync(new Fault { Service = "ce", Operation = "GetCostAndUsage", From = 2, Error = "ExpiredTokenException", Status = 403 });

        var failure = await Assert.ThrowsAsync<ProblemException>(() => RunAsync(server));

        Assert.Equal("FIN5002", failure.Problems[0].Id);
    }

    private static async Task<CostReport> RunAsync(LocalAwsServer server)
    {
        using var clients = ReportClients.Create(
            new AwsConnection(new BasicAWSCredentials(server.AccessKeyId, server.SecretAccessKey), server.Url, AwsConnection.GlobalRegion, Retries: 4));
        return await CostAnalyzer.RunAsync(
            new CostAnalyzerOptions { Standard = Standards.Own, AsOf = Bills.AsOf, ReviewBucket = "reports" }, clients, new FixedTime(), CancellationToken.None);
    }

    private Task<LocalAwsServer> StartAsync(params Fault[] faults) => LocalAwsServer.StartAsync(new LocalAwsOptions
    {
        DataDirectory = _directory.FullName,
        Organization = new SyntheticOrganizationOptions { AsOf = Bills.AsOf, Months = 3, Accounts = 10 },
        Faults = faults,
    });
}
