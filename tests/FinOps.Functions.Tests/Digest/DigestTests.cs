using System.Text;
using System.Text.Json;
using Amazon.S3.Model;
using FinOps.Functions.Costs;
using FinOps.Functions.Costs.Rendering;
using FinOps.Functions.Delivery;
using FinOps.Functions.Digest;
using FinOps.Functions.Sending;
using FinOps.Functions.Tests.Chat;
using FinOps.Functions.Tests.Responder;
using FinOps.Functions.Tests.Support;

namespace FinOps.Functions.Tests.Digest;

/// <summary>The digest over real sockets: findings in the bucket, mails in the outbox.</summary>
public sealed class DigestTests(ResponderAws aws) : IClassFixture<ResponderAws>, IAsyncLifetime
{
    private static int _buckets;

    private readonly HttpMessageInvoker _http = Functions.Chat.WebhookSender.CreateHttp();

    private readonly string _bucket = $"finops-digest-test-{Interlocked.Increment(ref _buckets)}";

    private readonly FixedTime _time = new() { Now = new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero) };

    public Task InitializeAsync() => aws.CreateBucketAsync(_bucket);

    public Task DisposeAsync()
    {
        _http.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task RunAsync_Twice_MailsEachOwnerOnceAndNobodyElse()
    {
        await StoreAsync("compliance-checker", ("payments", ["p1", "p2"]), ("search", ["s1"]), ("unknown", ["u1"]));
        var before = aws.Outbox();

        var first = await RunAsync();
        var second = await RunAsync();

        var mails = aws.Outbox().Except(before).ToList();
        Assert.Equal(["FinOps", "payments", "search"], first.Told.Select(told => told.Owner));
        Assert.All(first.Told, told => Assert.Equal(SendState.Sent, told.State));
        Assert.All(second.Told, told => Assert.Equal(SendState.SentBefore, told.State));
        Assert.Equal(3, mails.Count);
        foreach (var address in (string[])["payments@example.com", "search@example.com", "readers@example.com"])
            Assert.Single(mails, mail => mail.Contains(address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_TwoRunsAtTheSameTime_MailEachOwnerOnce()
    {
        await StoreAsync("compliance-checker", ("payments", ["p1"]), ("search", ["s1"]));
        var before = aws.Outbox();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync()));

        Assert.Equal(2, aws.Outbox().Except(before).Count());
    }

    [Fact]
    public async Task RunAsync_AfterARunThatDiedBetweenTwoOwners_TellsTheRestWhatTheFirstRunSaw()
    {
        await StoreAsync("compliance-checker", ("payments", ["p1"]), ("search", ["s1"]));
        using var clients = aws.Clients(_http);
        var mail = new Moq.Mock<Amazon.SimpleEmailV2.IAmazonSimpleEmailServiceV2>();
        mail.Setup(ses => ses.SendEmailAsync(Moq.It.IsAny<Amazon.SimpleEmailV2.Model.SendEmailRequest>(), Moq.It.IsAny<CancellationToken>()))
            .Returns((Amazon.SimpleEmailV2.Model.SendEmailRequest request, CancellationToken stop) => request.Destination!.ToAddresses![0] == "payments@example.com"
                ? clients.Reports.Mail.SendEmailAsync(request, stop)
                : throw new InvalidOperationException("the process was killed"));
        var before = aws.Outbox();
        await Assert.ThrowsAsync<InvalidOperationException>(() => DigestFunction.RunAsync(Options(), clients with { Reports = clients.Reports with { Mail = mail.Object } }, _time, CancellationToken.None));
        await StoreAsync("compliance-checker", _time.Now.AddHours(1), "later", ("payments", ["p1", "other"]), ("search", ["other too"]));

        var after = await RunAsync();
        var byAPerson = await RunAsync(Options() with { SendUncertain = true });

        Assert.Equal([SendState.SentBefore, SendState.MayBeSent], after.Told.Select(told => told.State!.Value));
        Assert.Equal([SendState.SentBefore, SendState.Sent], byAPerson.Told.Select(told => told.State!.Value));
        var mails = aws.Outbox().Except(before).ToList();
        Assert.Equal(2, mails.Count);
        Assert.DoesNotContain(mails, each => each.Contains("other", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_NextWeek_SaysWhatWasFixed()
    {
        await StoreAsync("compliance-checker", ("payments", ["stays", "goes"]));
        await RunAsync();
        _time.Now = _time.Now.AddDays(7);
        await StoreAsync("compliance-checker", ("payments", ["stays", "comes"]));
        using var clients = aws.Clients(_http);

        var (report, _) = await DigestFunction.RunAsync(Options() with { DryRun = true }, clients, _time, CancellationToken.None);

        var owner = Assert.Single(report.State.Owners);
        Assert.Equal((1, 1, 1), (owner.New.Count, owner.Open.Count, owner.Fixed.Count));
        var text = DigestRenderer.OwnerMarkdown(report, owner);
        Assert.Contains("### Fixed since last time", text, StringComparison.Ordinal);
        Assert.Contains("goes", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_OldOrDamagedFindings_AreSaidAndNotTaken()
    {
        await StoreAsync("compliance-checker", _time.Now.AddDays(-30), "old", ("payments", ["old"]));
        await PutAsync($"reports/optimization-insights/{_time.Now:yyyy-MM}/{_time.Now:yyyy-MM-dd}-x/report.json", "{}");
        await PutAsync($"reports/optimization-insights/{_time.Now:yyyy-MM}/{_time.Now:yyyy-MM-dd}-x/owners.json", "{ damaged");
        using var clients = aws.Clients(_http);

        var (report, _) = await DigestFunction.RunAsync(Options() with { DryRun = true }, clients, _time, CancellationToken.None);

        Assert.Empty(report.State.Sources);
        Assert.Equal(["findings of compliance-checker", "findings of optimization-insights"], report.NotSeen.Select(spot => spot.What));
    }

    [Fact]
    public async Task RunAsync_WithAChannel_WritesOneMessageAnOwner()
    {
        await using var chat = await WebhookReceiver.StartAsync();
        await aws.StoreWebhookAsync(chat.Address);
        await StoreAsync("compliance-checker", ("payments", ["p1"]), ("search", ["s1"]));
        var options = Options() with { Chat = aws.Options(chat: true).Chat };

        await RunAsync(options);
        await RunAsync(options);

        Assert.Equal(2, chat.Messages.Count);
        Assert.DoesNotContain(WebhookReceiver.Secret, string.Concat((await aws.StoredAsync("reports/digest/", _bucket)).Select(file => file.Key + file.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_OfAThousandHostileFindings_IsShortAndHarmless()
    {
        var items = Enumerable.Range(0, 1_000).Select(at => new Finding(
            $"id{at}", HostileMessages.Texts[at % HostileMessages.Texts.Count] + "<img src=x onerror=alert(1)>", FindingSeverity.Urgent, 10, "USD", at % 2 == 0 ? "javascript:alert(1)" : "https://console.aws.amazon.com/x")).ToList();
        var first = DigestWriter.Write("2026-W46", _time.Now.AddDays(-7), [new OwnersFile("tags", new DateOnly(2026, 11, 9), _time.Now.AddDays(-7), [new OwnerFindings("payments", [.. items.Take(600), .. items.Take(300).Select(item => item with { Id = "gone" + item.Id })])])], owner => owner, null, []);
        var state = DigestWriter.Write("2026-W47", _time.Now, [new OwnersFile("tags", new DateOnly(2026, 11, 16), _time.Now, [new OwnerFindings("payments", items)])], owner => owner, first, []);
        var report = new DigestReport { State = state, Cost = new(new Dictionary<string, int>(), TimeSpan.Zero, 0), Source = "the test" };

        var mail = await DigestRenderer.OwnerMailAsync(report, state.Owners[0]);
        var page = await new DigestRenderer().HtmlAsync(report);
        var csv = new DigestRenderer().Csv(report);

        Assert.True(Encoding.UTF8.GetByteCount(mail) < 100_000, $"{Encoding.UTF8.GetByteCount(mail)} bytes");
        foreach (var html in (string[])[mail, page])
        {
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("\n=cmd", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd", csv, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', DigestRenderer.OwnerSubject(report, state.Owners[0]));
        Assert.DoesNotContain("<script", new DigestRenderer().Markdown(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CostReport_IsStoredWithItsFindings()
    {
        using var clients = aws.Clients(_http);
        var report = await CostAnalyzer.RunAsync(new CostAnalyzerOptions { Standard = Standards.Own, AsOf = Bills.AsOf, RunId = "findings" }, clients.Reports, TimeProvider.System, CancellationToken.None);

        await ReportDelivery.StoreAsync(report, new CostReportRenderer(), new DeliveryOptions(ResponderAws.Bucket, null, []), clients.Reports, CancellationToken.None);

        var stored = (await aws.StoredAsync("reports/cost-analyzer/")).Single(file => file.Key.EndsWith("-findings/owners.json", StringComparison.Ordinal));
        Assert.True(OwnersFile.TryRead(stored.Value, out var file, out var mistake), mistake);
        Assert.Contains(file.Owners, owner => owner.Owner.Length == 0 && owner.Items.Any(item => item.Id.StartsWith("unallocated/", StringComparison.Ordinal)));
        Assert.Contains(file.Owners, owner => owner.Items.Any(item => item.Id.StartsWith("misspelt/", StringComparison.Ordinal)) && Standards.Own.Team(owner.Owner) is not null);
        using var json = JsonDocument.Parse(new CostReportRenderer().Json(report));
        Assert.False(json.RootElement.TryGetProperty("findings", out _));
    }

    private DigestOptions Options() => new(Standards.Own, aws.Options(chat: false).Delivery with { Bucket = _bucket }, null);

    private Task StoreAsync(string function, params (string Owner, string[] Ids)[] owners) => StoreAsync(function, _time.Now, "r", owners);

    private async Task StoreAsync(string function, DateTimeOffset at, string run, params (string Owner, string[] Ids)[] owners)
    {
        var file = DigestWriterTests.File(function, owners) with { Day = DateOnly.FromDateTime(at.UtcDateTime), GeneratedAt = at };
        await PutAsync($"reports/{function}/{at:yyyy-MM}/{at:yyyy-MM-dd}-{run}/report.json", "{}");
        await PutAsync($"reports/{function}/{at:yyyy-MM}/{at:yyyy-MM-dd}-{run}/owners.json", JsonSerializer.Serialize(file, DigestJson.Default.OwnersFile));
    }

    private async Task PutAsync(string key, string content)
    {
        using var clients = aws.Clients(_http);
        await clients.Reports.Storage.PutObjectAsync(new PutObjectRequest { BucketName = _bucket, Key = key, ContentBody = content });
    }

    private async Task<DigestResult> RunAsync(DigestOptions? options = null)
    {
        using var clients = aws.Clients(_http);
        return (await DigestFunction.RunAsync(options ?? Options(), clients, _time, CancellationToken.None)).Result;
    }
}
