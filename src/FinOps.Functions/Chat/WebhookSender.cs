using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using FinOps.Core.Problems;
using FinOps.Functions.Sending;

namespace FinOps.Functions.Chat;

/// <summary>
/// Posts to a webhook. Sent again is only what the receiver certainly did not take: throttled, refused with a server's error, or never connected.
/// A request that may have arrived is not repeated, so that nobody is told twice.
/// </summary>
/// <param name="jitter">Spreads the waits of several functions; seeded in tests.</param>
public sealed partial class WebhookSender(HttpMessageInvoker http, TimeProvider time, Random jitter)
{
    public const string Refused = "FIN5141";
    public const string MayHaveArrived = "FIN5142";

    private const int Attempts = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    // Whoever asks for more is tried again with the whole invocation.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>No redirects (they would take the secret elsewhere), no cookies, new connections now and then so that a moved host is found.</summary>
    public static HttpMessageInvoker CreateHttp() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = Patience,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });

    /// <summary>Two functions that start at the same moment still wait differently.</summary>
    public static WebhookSender Create(HttpMessageInvoker http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new WebhookSender(http, time, new Random(HashCode.Combine(time.GetTimestamp(), Environment.ProcessId)));
    }

    public async Task<SendOutcome> SendAsync(ChatWebhook webhook, ChatMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        ArgumentNullException.ThrowIfNull(message);
        var body = webhook.Kind == ChatKind.Slack ? SlackMessage.Render(message) : TeamsMessage.Render(message);
        for (var attempt = 1; ; attempt++)
        {
            var (outcome, wait) = await TryAsync(webhook, body, attempt, cancellationToken).ConfigureAwait(false);
            if (wait is not { } pause || attempt == Attempts)
                return outcome;
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>The outcome, and how long to wait before another attempt; null when another one must not or need not be made.</returns>
    private async Task<(SendOutcome Outcome, TimeSpan? Wait)> TryAsync(ChatWebhook webhook, byte[] body, int attempt, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Address) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var response = await http.SendAsync(request, either.Token).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
                return (SendOutcome.Sent(webhook.Kind.ToString()), null);
            var code = (int)response.StatusCode;
            var said = await WordAsync(response, either.Token).ConfigureAwait(false);
            var outcome = SendOutcome.NotSent(Problem(Refused, webhook, string.Create(CultureInfo.InvariantCulture, $"HTTP {code}{(said is null ? "" : $" ({said})")}"),
                "HTTP 200 or 202", "Look whether the channel and its webhook still exist; store a new webhook if not."));
            return (outcome, response.StatusCode == HttpStatusCode.TooManyRequests || code >= 500 ? Pause(response.Headers.RetryAfter, attempt) : null);
        }
        // Messages of these exceptions name the host, some the whole address: none of them is repeated.
        catch (HttpRequestException failure) when (failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            var why = failure.InnerException is SocketException socket ? $"{failure.HttpRequestError}, {socket.SocketErrorCode}" : failure.HttpRequestError.ToString();
            return (SendOutcome.NotSent(Problem(Refused, webhook, $"no connection ({why})", "a host that answers", "Check the network's way out, and the webhook.")), Pause(null, attempt));
        }
        catch (HttpRequestException failure)
        {
            return (Unknown(webhook, $"a connection that broke ({failure.HttpRequestError})"), null);
        }
        catch (IOException)
        {
            return (Unknown(webhook, "a connection that broke"), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (Unknown(webhook, $"no answer within {Patience.TotalSeconds:0} seconds"), null);
        }
        // The invocation is about to end: what is under way may have arrived.
        catch (OperationCanceledException)
        {
            return (Unknown(webhook, "no answer before the invocation's end"), null);
        }
    }

    private TimeSpan? Pause(RetryConditionHeaderValue? asked, int attempt)
    {
        if ((asked?.Delta ?? asked?.Date - time.GetUtcNow()) is { } wanted)
            return wanted > LongestWait ? null : wanted < TimeSpan.Zero ? TimeSpan.Zero : wanted;
        // Full jitter: anything up to the exponential wait.
        return FirstWait * Math.Pow(2, attempt - 1) * jitter.NextDouble();
    }

    /// <summary>Slack says in one word what it disliked; any other body might repeat what it was sent to, so it is not shown.</summary>
    private static async Task<string?> WordAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength is not (> 0 and <= 40))
            return null;
        var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return KnownWords().IsMatch(text) ? text : null;
    }

    private static SendOutcome Unknown(ChatWebhook webhook, string found) => SendOutcome.MayBeSent(Problem(
        MayHaveArrived, webhook, found, "an answer", "Look into the channel: the message may have arrived. It is not sent again by itself."));

    private static Problem Problem(string id, ChatWebhook webhook, string found, string allowed, string fix) =>
        new(id, "chat", webhook.ToString(), found, allowed, fix);

    [GeneratedRegex("^(invalid_payload|invalid_blocks|invalid_token|no_service|no_text|no_team|channel_not_found|channel_is_archived|action_prohibited|rollup_error|user_not_found|posting_to_general_channel_denied|team_disabled|too_many_attachments)\\z")]
    private static partial Regex KnownWords();
}
