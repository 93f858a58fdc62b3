using System.Net;
using Amazon.S3.Model;
using FinOps.Functions.Costs;
using FinOps.Functions.Costs.Rendering;
using FinOps.Functions.Delivery;
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

        var first = await ReportDelivery.DeliverAsync(report, new CostReportRenderer(), delivery, clients, CancellationToken.None);
        var second = await ReportDelivery.DeliverAsync(report, new CostReportRenderer(), delivery, clients, CancellationToken.None);

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
    public async Task Link_OfTheMail_OpensThePageWithoutKeysUntilItEnds()
    {
        using var clients = aws.Clients();
        await clients.Storage.PutBucketAsync(new PutBucketRequest { BucketName = "linked-reports" });
        var report = await CostAnalyzer.RunAsync(
            new CostAnalyzerOptions { Standard = Standards.Own, AsOf = Bills.AsOf, RunId = "linked" }, clients, TimeProvider.System, CancellationToken.None);
        await ReportDelivery.StoreAsync(report, new CostReportRenderer(), new DeliveryOptions("linked-reports", null, []), clients, CancellationToken.None);
        var store = new ReportStore(clients, "linked-reports");
        using var http = new HttpClient();

        var page = store.Link(ReportStore.PageKey(report), TimeProvider.System.GetUtcNow());
        var ended = store.Link(ReportStore.PageKey(report), TimeProvider.System.GetUtcNow() - ReportStore.LinkLifetime - TimeSpan.FromMinutes(1));

        Assert.StartsWith("<!DOCTYPE html>", await http.GetStringAsync(page.Signed), StringComparison.Ordinal);
        Assert.Contains(page.Signed.AbsoluteUri.Replace("&", "&amp;", StringComparison.Ordinal), await new CostReportRenderer().MailAsync(report, page), StringComparison.Ordinal);
        Assert.False((await http.GetAsync(ended.Signed)).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync(page.Signed.GetLeftPart(UriPartial.Path))).StatusCode);
    }

    [Fact]
    public async Task DeliverAsync_BucketMissing_IsAProblem()
    {
        using var clients = aws.Clients();
        var report = await CostAnalyzer.RunAsync(
            new CostAnalyzerOptions { Standard = Standards.Own, AsOf = Bills.AsOf }, clients, TimeProvider.System, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<Core.Problems.ProblemException>(() =>
            ReportDelivery.DeliverAsync(report, new CostReportRenderer(), new DeliveryOptions("no-such-bucket", null, []), clients, CancellationToken.None));

        Assert.Equal("FIN5005", failure.Problems[0].Id);
        Assert.Contains("no-such-bucket", failure.Problems[0].Path, StringComparison.Ordinal);
    }
}
