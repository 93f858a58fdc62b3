using System.Globalization;
using FinOps.Functions.Chat;
using FinOps.Functions.Sending;
using Microsoft.AspNetCore.Http;

namespace FinOps.Functions.Tests.Chat;

public sealed class WebhookSenderTests
{
    private static readonly ChatMessage Message = new(ChatTone.Calm, "Title", "Summary");

    [Fact]
    public async Task SendAsync_Taken_SendsOnce()
    {
        await using var chat = await WebhookReceiver.StartAsync();

        var (outcome, waits) = await SendAsync(chat.Address, ChatKind.Slack);

        Assert.Equal(SendState.Sent, outcome.State);
        Assert.Equal("Title", (string?)Assert.Single(chat.Messages)["text"]);
        Assert.Empty(waits);
    }

    [Fact]
    public async Task SendAsync_ThrottledThenTaken_WaitsAsLongAsItIsAsked()
    {
        await using var chat = await WebhookReceiver.StartAsync((request, http) =>
        {
            http.Response.StatusCode = request < 3 ? 429 : 202;
            http.Response.Headers.RetryAfter = (request * 7).ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });

        var (outcome, waits) = await SendAsync(chat.Address, ChatKind.Teams);

        Assert.Equal(SendState.Sent, outcome.State);
        Assert.Equal(3, chat.Messages.Count);
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(14)], waits);
    }

    [Fact]
    public async Task SendAsync_AskedToWaitTooLong_GivesUp()
    {
        await using var chat = await WebhookReceiver.StartAsync((_, http) =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "3600";
            return Task.CompletedTask;
        });

        var (outcome, waits) = await SendAsync(chat.Address, ChatKind.Slack);

        Assert.Equal(SendState.NotSent, outcome.State);
        Assert.Single(chat.Messages);
        Assert.Empty(waits);
    }

    [Fact]
    public async Task SendAsync_ServerErrors_EndsAfterFourWithGrowingWaits()
    {
        await using var chat = await WebhookReceiver.StartAsync((_, http) =>
        {
            http.Response.StatusCode = 503;
            return http.Response.WriteAsync($"failed at /services/{WebhookReceiver.Secret}");
        });

        var (outcome, waits) = await SendAsync(chat.Address, ChatKind.Slack);

        Assert.Equal(SendState.NotSent, outcome.State);
        Assert.Equal(4, chat.Messages.Count);
        Assert.Equal(3, waits.Count);
        Assert.All(waits.Zip([1, 2, 4]), wait => Assert.InRange(wait.First, TimeSpan.Zero, TimeSpan.FromSeconds(wait.Second)));
        AssertSecret(outcome);
    }

    [Theory]
    [InlineData(400, "invalid_payload", "HTTP 400 (invalid_payload)")]
    [InlineData(404, "no_service", "HTTP 404 (no_service)")]
    [InlineData(403, WebhookReceiver.Secret, "HTTP 403")]
    public async Task SendAsync_Refused_IsNotTriedAgain(int status, string body, string found)
    {
        await using var chat = await WebhookReceiver.StartAsync((_, http) =>
        {
            http.Response.StatusCode = status;
            http.Response.ContentLength = body.Length;
            return http.Response.WriteAsync(body);
        });

        var (outcome, _) = await SendAsync(chat.Address, ChatKind.Slack);

        Assert.Equal(SendState.NotSent, outcome.State);
        Assert.Equal(found, outcome.Problem!.Found);
        Assert.Single(chat.Messages);
        AssertSecret(outcome);
    }

    [Fact]
    public async Task SendAsync_Redirected_DoesNotFollow()
    {
        await using var elsewhere = await WebhookReceiver.StartAsync();
        await using var chat = await WebhookReceiver.StartAsync((_, http) =>
        {
            http.Response.Redirect(elsewhere.Address, permanent: true, preserveMethod: true);
            return Task.CompletedTask;
        });

        var (outcome, _) = await SendAsync(chat.Address, ChatKind.Slack);

        Assert.Equal(SendState.NotSent, outcome.State);
        Assert.Empty(elsewhere.Messages);
        AssertSecret(outcome);
    }

    [Fact]
    public async Task SendAsync_ConnectionBreaksAfterTheRequest_MayHaveArrivedAndIsNotRepeated()
    {
        await using var chat = await WebhookReceiver.StartAsync((_, http) =>
        {
            http.Abort();
            return Task.CompletedTask;
        });

        var (outcome, _) = await SendAsync(chat.Address, ChatKind.Slack);

        Assert.Equal(SendState.MayBeSent, outcome.State);
        Assert.Single(chat.Messages);
        AssertSecret(outcome);
    }

    [Fact]
    public async Task SendAsync_NobodyListens_IsTriedAgainAndNotSent()
    {
        string address;
        await using (var chat = await WebhookReceiver.StartAsync())
            address = chat.Address;

        var (outcome, waits) = await SendAsync(address, ChatKind.Slack);

        Assert.Equal(SendState.NotSent, outcome.State);
        Assert.Equal(3, waits.Count);
        AssertSecret(outcome);
    }

    [Theory]
    [InlineData("https://hooks.slack.com/services/T/B/x", null, true)]
    [InlineData("https://prod-12.westeurope.logic.azure.com:443/workflows/x?sig=y", null, true)]
    [InlineData("https://default0000.00.environment.api.powerplatform.com/powerautomate/x", null, true)]
    [InlineData("https://chat.example.com/x", "slack", true)]
    [InlineData("https://chat.example.com/x", null, false)]
    [InlineData("http://hooks.slack.com/services/T/B/x", "slack", false)]
    [InlineData("https://hooks.slack.com.evil.example/services/T/B/x", null, false)]
    [InlineData("https://user:password@hooks.slack.com/services/T/B/x", null, false)]
    [InlineData("ftp://hooks.slack.com/x", "slack", false)]
    [InlineData("not an address", "slack", false)]
    public void TryRead_OnlyEncryptedAddressesOfAKnownChat(string secret, string? kind, bool good)
    {
        Assert.Equal(good, ChatWebhook.TryRead("/finops/chat", secret, kind == "slack" ? ChatKind.Slack : null, out var webhook, out var mistake));

        Assert.DoesNotContain(secret, $"{webhook}{mistake}", StringComparison.Ordinal);
    }

    private static async Task<(SendOutcome Outcome, IReadOnlyList<TimeSpan> Waits)> SendAsync(string address, ChatKind kind)
    {
        var time = new ImpatientTime(TimeSpan.FromSeconds(15));
        using var http = WebhookSender.CreateHttp();
        Assert.True(ChatWebhook.TryRead("/finops/chat", address, kind, out var webhook, out _));
        return (await new WebhookSender(http, time, new Random(7)).SendAsync(webhook, Message, CancellationToken.None), time.Waits);
    }

    private static void AssertSecret(SendOutcome outcome) => Assert.DoesNotContain(WebhookReceiver.Secret, outcome.ToString(), StringComparison.Ordinal);
}
