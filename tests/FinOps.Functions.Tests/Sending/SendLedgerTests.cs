using Amazon.S3;
using Amazon.S3.Model;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Sending;
using FinOps.Functions.Tests.LocalAws;

namespace FinOps.Functions.Tests.Sending;

public sealed class SendLedgerTests(LocalAwsFixture aws) : IClassFixture<LocalAwsFixture>
{
    private const string Bucket = "ledger-test";

    private static readonly SendOutcome Refused = SendOutcome.NotSent(new Problem("FIN5141", "chat", "x", "HTTP 503", "HTTP 200", "Look."));

    [Fact]
    public async Task OnceAsync_Twice_SendsOnce()
    {
        var (ledger, sends, clients) = await LedgerAsync();
        using var _ = clients;

        var first = await ledger.OnceAsync("twice", Sends(sends), false, CancellationToken.None);
        var second = await ledger.OnceAsync("twice", Sends(sends), false, CancellationToken.None);

        Assert.Equal((SendState.Sent, SendState.SentBefore), (first.State, second.State));
        Assert.Equal("receipt", second.Receipt);
        Assert.Single(sends);
    }

    [Fact]
    public async Task OnceAsync_ManyAtTheSameTime_OneSends()
    {
        var (ledger, sends, clients) = await LedgerAsync();
        using var _ = clients;

        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => ledger.OnceAsync("many", Sends(sends), false, CancellationToken.None)));

        Assert.Single(sends);
        Assert.Single(all, outcome => outcome.State == SendState.Sent);
        Assert.DoesNotContain(all, outcome => outcome.State == SendState.NotSent);
    }

    [Fact]
    public async Task OnceAsync_CertainlyNotSent_IsSentByTheNext()
    {
        var (ledger, sends, clients) = await LedgerAsync();
        using var _ = clients;

        var failed = await ledger.OnceAsync("again", _ => Task.FromResult(Refused), false, CancellationToken.None);
        var again = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ledger.OnceAsync("again", Sends(sends), false, CancellationToken.None)));

        Assert.Equal(SendState.NotSent, failed.State);
        Assert.Single(sends);
        Assert.Single(again, outcome => outcome.State == SendState.Sent);
    }

    [Fact]
    public async Task OnceAsync_AfterARunThatDiedWhileSending_SendsNothingAndSaysSo()
    {
        var (ledger, sends, clients) = await LedgerAsync();
        using var _ = clients;
        await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.OnceAsync("died", _ => throw new InvalidOperationException("the process was killed"), false, CancellationToken.None));

        var retried = await ledger.OnceAsync("died", Sends(sends), false, CancellationToken.None);
        var looked = await ledger.LookAsync("died", CancellationToken.None);
        var byAPerson = await ledger.OnceAsync("died", Sends(sends), sendAnyway: true, CancellationToken.None);
        var after = await ledger.OnceAsync("died", Sends(sends), sendAnyway: true, CancellationToken.None);

        Assert.Equal(SendState.MayBeSent, retried.State);
        Assert.Equal("FIN5143", retried.Problem!.Id);
        Assert.Equal(SendState.MayBeSent, looked);
        Assert.Equal(SendState.Sent, byAPerson.State);
        Assert.Equal(SendState.SentBefore, after.State);
        Assert.Single(sends);
    }

    [Fact]
    public async Task OnceAsync_MarkerCannotBeWrittenAfterwards_IsSentAndNeverAgain()
    {
        var (_, sends, clients) = await LedgerAsync();
        using var _ = clients;
        var storage = new Moq.Mock<IAmazonS3>();
        storage.Setup(s3 => s3.PutObjectAsync(Moq.It.IsAny<PutObjectRequest>(), Moq.It.IsAny<CancellationToken>())).Returns((PutObjectRequest put, CancellationToken stop) =>
            put.IfMatch is null ? clients.Storage.PutObjectAsync(put, stop) : throw new AmazonS3Exception("gone", Amazon.Runtime.ErrorType.Receiver, "InternalError", "r", System.Net.HttpStatusCode.InternalServerError));
        storage.Setup(s3 => s3.GetObjectAsync(Moq.It.IsAny<GetObjectRequest>(), Moq.It.IsAny<CancellationToken>())).Returns((GetObjectRequest get, CancellationToken stop) => clients.Storage.GetObjectAsync(get, stop));
        var ledger = new SendLedger(storage.Object, Bucket, "the test", TimeProvider.System);

        var sent = await ledger.OnceAsync("marker", Sends(sends), false, CancellationToken.None);
        var again = await ledger.OnceAsync("marker", Sends(sends), false, CancellationToken.None);

        Assert.Equal((SendState.Sent, SendState.MayBeSent), (sent.State, again.State));
        Assert.Single(sends);
    }

    [Fact]
    public async Task OnceAsync_WithoutABucket_SendsNothing()
    {
        using var clients = aws.Clients();
        var sends = new List<int>();

        await Assert.ThrowsAsync<ProblemException>(() =>
            new SendLedger(clients.Storage, "no-such-bucket", "the test", TimeProvider.System).OnceAsync("x", Sends(sends), false, CancellationToken.None));

        Assert.Empty(sends);
    }

    private static Func<CancellationToken, Task<SendOutcome>> Sends(List<int> sends) => _ =>
    {
        lock (sends)
            sends.Add(1);
        return Task.FromResult(SendOutcome.Sent("receipt"));
    };

    private async Task<(SendLedger Ledger, List<int> Sends, ReportClients Clients)> LedgerAsync()
    {
        var clients = aws.Clients();
        await clients.Storage.PutBucketAsync(new PutBucketRequest { BucketName = Bucket });
        return (new SendLedger(clients.Storage, Bucket, "the test", TimeProvider.System), [], clients);
    }
}
