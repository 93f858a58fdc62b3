using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.S3;
using Amazon.S3.Model;
using FinOps.Core.Budgeting;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;

namespace FinOps.Functions.Sending;

/// <summary>
/// Remembers in S3 what was sent, so that a retry, or a run at the same time, sends nobody the same thing twice. Whoever wants to send claims
/// the entry first with a conditional put: one of two gets it. What was certainly not sent is given back and can be claimed again. A run that
/// died while it was sending leaves its claim: nobody can say then whether the message arrived, so it is not sent again by itself, and said so.
/// </summary>
public sealed class SendLedger(IAmazonS3 storage, string bucket, string endpoint, TimeProvider time)
{
    public const string DiedWhileSending = "FIN5143";

    // Several runs at the same time may change an entry under our hands; each change takes one of them out of the race.
    private const int Attempts = 5;

    private const string Sending = "sending";
    private const string Sent = "sent";
    private const string Failed = "failed";

    /// <summary>A name of an owner as a part of keys; two names never give the same one.</summary>
    public static string NameOf(string owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return $"{PlannedBudget.Slug(owner)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(owner)))[..8]}";
    }

    /// <param name="key">The entry: what is sent and to whom, without secrets.</param>
    /// <param name="sendAnyway">True when a person has looked and wants it sent although an earlier run may have done so.</param>
    /// <exception cref="ProblemException">FIN5001 to FIN5005: S3 cannot be asked. Nothing was sent then.</exception>
    public async Task<SendOutcome> OnceAsync(string key, Func<CancellationToken, Task<SendOutcome>> send, bool sendAnyway, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(send);
        var (claim, before) = await ClaimAsync(key, sendAnyway, cancellationToken).ConfigureAwait(false);
        if (claim is null)
            return before!;
        var outcome = await send(cancellationToken).ConfigureAwait(false);
        if (outcome.State is SendState.MayBeSent)
            return outcome;
        try
        {
            // Not cancelled any more: the message is out, and that must be known.
            await PutAsync(key, Entry(outcome.State == SendState.Sent ? Sent : Failed, outcome), claim, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ProblemException) when (outcome.State == SendState.Sent)
        {
            // It is out. The claim stays, which keeps everybody from sending it again: all that is lost is the receipt.
        }

        return outcome;
    }

    /// <summary>What is known of an entry; changes nothing.</summary>
    /// <returns>Null when nobody has claimed it yet, or it was given back.</returns>
    public async Task<SendState?> LookAsync(string key, CancellationToken cancellationToken) =>
        await ReadAsync(key, cancellationToken).ConfigureAwait(false) is { } entry
            ? entry.State switch { Sent => SendState.SentBefore, Failed => null, _ => SendState.MayBeSent }
            : null;

    private async Task<(string? Claim, SendOutcome? Before)> ClaimAsync(string key, bool sendAnyway, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await PutAsync(key, Entry(Sending, null), replacing: null, cancellationToken).ConfigureAwait(false) is { } claimed)
                return (claimed, null);
            if (await ReadAsync(key, cancellationToken).ConfigureAwait(false) is not { } entry)
                continue;
            if (entry.State == Sent)
                return (null, new SendOutcome(SendState.SentBefore, entry.Receipt, null));
            if (entry.State != Failed && !sendAnyway)
                return (null, SendOutcome.MayBeSent(Interrupted(key, entry.At)));
            if (await PutAsync(key, Entry(Sending, null), entry.ETag, cancellationToken).ConfigureAwait(false) is { } taken)
                return (taken, null);
        }

        return (null, SendOutcome.MayBeSent(Interrupted(key, "just now")));
    }

    /// <param name="replacing">The version that must stand there; null for none.</param>
    /// <returns>The new version, or null when something else stands there.</returns>
    private Task<string?> PutAsync(string key, string entry, string? replacing, CancellationToken cancellationToken) =>
        AwsFailure.TranslatingAsync($"s3:PutObject on {bucket}", endpoint, async () =>
        {
            try
            {
                var answer = await storage.PutObjectAsync(new PutObjectRequest
                {
                    BucketName = bucket,
                    Key = key,
                    ContentBody = entry,
                    ContentType = "application/json",
                    IfNoneMatch = replacing is null ? "*" : null,
                    IfMatch = replacing,
                    UseChunkEncoding = false,
                }, cancellationToken).ConfigureAwait(false);
                return answer.ETag;
            }
            catch (AmazonS3Exception failure) when (failure.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict or HttpStatusCode.NotFound && failure.ErrorCode != "NoSuchBucket")
            {
                return null;
            }
        });

    private Task<(string State, string? Receipt, string At, string ETag)?> ReadAsync(string key, CancellationToken cancellationToken) =>
        AwsFailure.TranslatingAsync<(string State, string? Receipt, string At, string ETag)?>($"s3:GetObject on {bucket}", endpoint, async () =>
        {
            try
            {
                using var answer = await storage.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = key }, cancellationToken).ConfigureAwait(false);
                using var reader = new StreamReader(answer.ResponseStream);
                var entry = Parse(await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false));
                // Anything else under our key is nothing that was given back.
                return ((string?)entry?["state"] ?? Sending, (string?)entry?["receipt"], (string?)entry?["at"] ?? "an unknown time", answer.ETag);
            }
            catch (AmazonS3Exception failure) when (failure.StatusCode == HttpStatusCode.NotFound && failure.ErrorCode != "NoSuchBucket")
            {
                return null;
            }
        });

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Entry(string state, SendOutcome? outcome)
    {
        var entry = new JsonObject { ["state"] = state, ["at"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) };
        if (outcome?.Receipt is { } receipt)
            entry["receipt"] = receipt;
        if (outcome?.Problem is { } problem)
            entry["problem"] = problem.Id;
        return entry.ToJsonString();
    }

    private Problem Interrupted(string key, string at) => new(
        DiedWhileSending, $"s3://{bucket}", key, $"a run that began to send at {at} and did not say how it ended", "a run that ended",
        "Ask the receiver. If nothing arrived, run it again with --send-uncertain; by itself it is not sent again.");
}
