using Amazon.Runtime;
using Amazon.S3.Model;
using FinOps.Core.Organization.Synthetic;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Delivery;
using FinOps.Functions.History;
using FinOps.Functions.History.Rendering;
using FinOps.Functions.Costs;
using FinOps.Functions.Costs.Rendering;
using FinOps.Functions.Tests.Support;
using FinOps.LocalAws;
using FinOps.LocalAws.Faults;

namespace FinOps.Functions.Tests.Delivery;

/// <summary>Reports are gathered and delivered on a bad day of AWS: nothing is lost, nothing is there twice, nothing is silently zero.</summary>
public sealed class DeliveryFaultTests : IDisposable
{
    private const string Bucket = "faulty-reports";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("finops-delivery-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("ce", "GetCostAndUsage", "LimitExceededException", 0)]
    [InlineData("ce", "GetCostAndUsage", "InternalFailure", 500)]
    [InlineData("s3", "PutObject", "SlowDown", 503)]
    [InlineData("s3", "ListObjectsV2", "InternalError", 500)]
    [InlineData("ses", "SendEmail", "TooManyRequestsException", 429)]
    public async Task FaultThatPasses_IsTriedAgain(string service, string operation, string error, int status)
    {
        await using var server = await StartAsync(new Fault { Service = service, Operation = operation, Error = error, Status = status == 0 ? null : status, Times = 2 });
        using var clients = Clients(server, retries: 4);
        await clients.Storage.PutBucketAsync(new PutBucketRequest { BucketName = Bucket });

        var report = await CostAnalyzer.RunAsync(new CostAnalyzerOptions { Standard = Standards.Own, AsOf = Bills.AsOf, AllocationTag = "Team", RunId = "r" }, clients, TimeProvider.System, CancellationToken.None);
        var delivered = await DeliverAsync(report, clients);

        Assert.True(report.Analysis.UsageTotal.Amount > 0);
        Assert.Equal(4, delivered.Files.Count);
        Assert.NotNull(delivered.MailMessageId);
        Assert.Single(await new ReportIndex(clients, Bucket).ReadAsync(CancellationToken.None));
        Assert.Single(Directory.GetFiles(server.OutboxDirectory, "*.html", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task ConnectionLostWhileStoring_StoresOnce()
    {
        await using var server = await StartAsync(new Fault { Service = "s3", Operation = "PutObject", Drop = true, From = 2, Times = 2 });
        using var clients = Clients(server, retries: 4);
        await clients.Storage.PutBucketAsync(new PutBucketRequest { BucketName = Bucket });
        var report = await HistoryAsync(clients);

        var files = await ReportDelivery.StoreAsync(report, new HistoryReportRenderer(), Everywhere, clients, CancellationToken.None);

        Assert.Equal(4, files.Count);
        Assert.Equal(["csv", "html", "json", "md"], Assert.Single(await new ReportIndex(clients, Bucket).ReadAsync(CancellationToken.None)).Formats);
    }

    [Fact]
    public async Task MailRefused_TheReportIsStoredAndTheNextRunMails()
    {
        await using var server = await StartAsync(new Fault { Service = "ses", Error = "MessageRejected", Status = 400, Times = 1 });
        using var clients = Clients(server, retries: 0);
        await clients.Storage.PutBucketAsync(new PutBucketRequest { BucketName = Bucket });
        var report = await CostAnalyzer.RunAsync(new CostAnalyzerOptions { Standard = Standards.Own, AsOf = Bills.AsOf, AllocationTag = "Team", RunId = "r" }, clients, TimeProvider.System, CancellationToken.None);

        var refused = await Assert.ThrowsAsync<ProblemException>(() => DeliverAsync(report, clients));
        var again = await DeliverAsync(report, clients);
        var third = await DeliverAsync(report, clients);

        Assert.Equal("ses:SendEmail", refused.Problems[0].Path);
        Assert.NotNull(again.MailMessageId);
        Assert.Null(third.MailMessageId);
    }

    [Theory]
    [InlineData("AccessDeniedException", 400, "FIN5002")]
    [InlineData("ExpiredTokenException", 403, "FIN5002")]
    [InlineData("LimitExceededException", 400, "FIN5004")]
    public async Task History_ThatCannotBeRead_FailsAndStoresNothing(string error, int status, string id)
    {
        // The first page is answered, the second one is not: half a history would be a wrong one.
        await using var server = await StartAsync(new Fault { Service = "ce", Operation = "GetCostAndUsage", Error = error, Status = status });
        using var clients = Clients(server, retries: 0);

        var failure = await Assert.ThrowsAsync<ProblemException>(() => HistoryAsync(clients));

        Assert.Equal(id, Assert.Single(failure.Problems).Id);
    }

    [Fact]
    public async Task Deadline_WhileAwsIsSlow_EndsTheRun()
    {
        await using var server = await StartAsync(new Fault { Service = "ce", Delay = TimeSpan.FromMinutes(10) });
        using var clients = Clients(server, retries: 0);
        using var deadline = new CancellationTokenSource();

        var run = HistoryAsync(clients, deadline.Token);
        await deadline.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    private static DeliveryOptions Everywhere => new(Bucket, "finops@example.com", ["finance@example.com"]);

    private static Task<Delivered> DeliverAsync(CostReport report, ReportClients clients) =>
        ReportDelivery.DeliverAsync(report, new CostReportRenderer(), Everywhere, clients, CancellationToken.None);

    private static Task<HistoryReport> HistoryAsync(ReportClients clients, CancellationToken cancellationToken = default) =>
        HistoryAnalyzer.RunAsync(new HistorySettings("2026-10", "2026-11", "service", null, null).Read(Bills.AsOf, "test", "") with { RunId = "r" }, clients, TimeProvider.System, cancellationToken);

    private static ReportClients Clients(LocalAwsServer server, int retries) =>
        ReportClients.Create(new AwsConnection(new BasicAWSCredentials(server.AccessKeyId, server.SecretAccessKey), server.Url, AwsConnection.GlobalRegion, retries));

    private Task<LocalAwsServer> StartAsync(params Fault[] faults) => LocalAwsServer.StartAsync(new LocalAwsOptions
    {
        DataDirectory = _directory.FullName,
        Organization = new SyntheticOrganizationOptions { AsOf = Bills.AsOf, Months = 2, Accounts = 6 },
        Faults = faults,
    });
}
