using Amazon.S3.Model;
using FinOps.Functions.Costs;
using FinOps.Functions.Costs.Delivery;
using FinOps.Functions.Tests.Support;

namespace FinOps.Functions.Tests.LocalAws;

public sealed class DeliveryAgainstLocalAwsTests(LocalAwsFixture aws) : IClassFixture<LocalAwsFixture>
{
    private const string Bucket = "cost-reports-test";

    [Fact]
    public async Task DeliverAsync_TwiceTheSameRun_StoresAndMailsOnce()
    {
        using var clients = aws.Clients();
        await clients.Storage.PutBucketAsync(new PutBucketRequest { BucketName = Bucket });
        var report = await CostAnalyzer.RunAsync(
            new CostAnalyzerOptions { Standard = Standards.Own, AsOf = Bills.AsOf, RunId = "weekly" }, clients, TimeProvider.System, CancellationToken.None);
        var delivery = new DeliveryOptions(Bucket, "finops@example.com", ["finance@example.com"]);

        var first = await ReportDelivery.DeliverAsync(report, delivery, clients, CancellationToken.None);
        var second = await ReportDelivery.DeliverAsync(report, delivery, clients, CancellationToken.None);

        Assert.NotNull(first.MailMessageId);
        Assert.Null(second.MailMessageId);
        Assert.Equal(first.Files, second.Files);
        using var page = await clients.Storage.GetObjectAsync(Bucket, first.Files[0][$"s3://{Bucket}/".Length..]);
        using var reader = new StreamReader(page.ResponseStream);
        Assert.StartsWith("<!DOCTYPE html>", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Equal("text/html; charset=utf-8", page.Headers.ContentType);
        Assert.NotEmpty(Directory.GetFiles(aws.Server.OutboxDirectory, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task DeliverAsync_BucketMissing_IsAProblem()
    {
        using var clients = aws.Clients();
        var report = await CostAnalyzer.RunAsync(
            new CostAnalyzerOptions { Standard = Standards.Own, AsOf = Bills.AsOf }, clients, TimeProvider.System, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<Core.Problems.ProblemException>(() =>
            ReportDelivery.DeliverAsync(report, new DeliveryOptions("no-such-bucket", null, []), clients, CancellationToken.None));

        Assert.Equal("FIN5005", failure.Problems[0].Id);
        Assert.Contains("no-such-bucket", failure.Problems[0].Path, StringComparison.Ordinal);
    }
}
