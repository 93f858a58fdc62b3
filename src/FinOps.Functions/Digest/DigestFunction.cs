using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Chat;
using FinOps.Functions.Delivery;
using FinOps.Functions.Rendering;
using FinOps.Functions.Reports;
using FinOps.Functions.Responder;
using FinOps.Functions.Sending;

namespace FinOps.Functions.Digest;

/// <summary>One message a week for each owner, across all functions: what is new, what is still open, what was fixed. Each is told once, whatever happens.</summary>
public static class DigestFunction
{
    public const string FunctionName = "digest";

    /// <summary>There is one digest a week, so all its runs are the same run.</summary>
    public const string RunId = "weekly";

    /// <exception cref="ProblemException">FIN5001 to FIN5005: the bucket cannot be read; FIN5147: what was told before cannot be read.</exception>
    public static async Task<(DigestReport Report, DigestResult Result)> RunAsync(DigestOptions options, ResponderClients clients, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(time);
        var (started, meter) = (time.GetTimestamp(), new RequestMeter());
        var state = await StateAsync(options, clients.Reports, meter, time, cancellationToken).ConfigureAwait(false);
        var report = new DigestReport { State = state, Cost = new RunCost(meter.Requests, time.GetElapsedTime(started), meter.Bytes), Source = clients.Reports.Endpoint };
        if (options.DryRun)
            return (report, new DigestResult(state.Week, [], [.. state.Owners.Select(owner => new ToldDigest(owner.Owner, null, null, null))]));
        var files = await ReportDelivery.StoreAsync(report, new DigestRenderer(), options.Delivery, clients.Reports, cancellationToken).ConfigureAwait(false);
        var told = new List<ToldDigest>();
        foreach (var owner in state.Owners)
            told.AddRange(await TellAsync(report, owner, options, clients, time, cancellationToken).ConfigureAwait(false));
        return (report, new DigestResult(state.Week, files, told));
    }

    /// <summary>The week's digest as it was stored first; made and stored now when there is none.</summary>
    private static async Task<DigestState> StateAsync(DigestOptions options, ReportClients clients, RequestMeter meter, TimeProvider time, CancellationToken cancellationToken)
    {
        var (bucket, now) = (options.Delivery.Bucket!, time.GetUtcNow());
        var reader = new DigestReader(clients, bucket, meter);
        var week = options.Week ?? Weeks.Of(now);
        var folder = Folder(week);
        if (await reader.StateAsync(folder, cancellationToken).ConfigureAwait(false) is { } standing)
            return standing;
        var stored = await new ReportIndex(clients, bucket).ReadAsync(cancellationToken).ConfigureAwait(false);
        var (files, notSeen) = await reader.FindingsAsync(stored, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken).ConfigureAwait(false);
        var last = stored.Where(report => report.Function == FunctionName && string.CompareOrdinal(report.Period, week) < 0).MaxBy(report => report.Period, StringComparer.Ordinal);
        var before = last is null ? null : await reader.StateAsync(last.Folder, cancellationToken).ConfigureAwait(false);
        var state = DigestWriter.Write(week, now, files, options.OwnerOf, before, notSeen);
        if (options.DryRun)
            return state;
        // Of two runs at the same time one stores; both tell what it stored.
        var mine = await new ReportStore(clients, bucket).PutAsync(
            $"{StoredReport.Root}{folder}/{DigestReader.StateFile}", System.Text.Json.JsonSerializer.Serialize(state, DigestJson.Default.DigestState), ReportFormats.MediaType(ReportFormats.Json), cancellationToken).ConfigureAwait(false);
        return mine ? state : await reader.StateAsync(folder, cancellationToken).ConfigureAwait(false) ?? state;
    }

    private static string Folder(string week) => FormattableString.Invariant($"{FunctionName}/{week}/{Weeks.Monday(week):yyyy-MM-dd}-{RunId}");

    private static async Task<IReadOnlyList<ToldDigest>> TellAsync(
        DigestReport report, OwnerDigest owner, DigestOptions options, ResponderClients clients, TimeProvider time, CancellationToken cancellationToken)
    {
        var ledger = new SendLedger(clients.Reports.Storage, options.Delivery.Bucket!, clients.Reports.Endpoint, time);
        var entry = $"{StoredReport.Root}{Folder(report.State.Week)}/told-{SendLedger.NameOf(owner.Owner)}";
        var told = new List<ToldDigest>();
        if (options.Delivery.From is { } from && options.AddressesOf(owner.Owner) is { Count: > 0 } addresses)
            told.Add(Told(owner, "mail", await ledger.OnceAsync($"{entry}.json", async stop => await new MailSender(clients.Reports.Mail, clients.Reports.Endpoint, from, options.Delivery.ConfigurationSet)
                .SendAsync(FunctionName, addresses, DigestRenderer.OwnerSubject(report, owner), await DigestRenderer.OwnerMailAsync(report, owner).ConfigureAwait(false), DigestRenderer.OwnerText(report, owner), stop).ConfigureAwait(false),
                options.SendUncertain, cancellationToken).ConfigureAwait(false)));
        if (options.Chat is { } channel)
            told.Add(Told(owner, "chat", await ledger.OnceAsync($"{entry}-chat.json", async stop =>
            {
                try
                {
                    var webhook = await ChatWebhooks.ReadAsync(clients.Parameters, clients.Reports.Endpoint, channel.Parameter, channel.Kind, stop).ConfigureAwait(false);
                    return await clients.Webhooks.SendAsync(webhook, DigestRenderer.OwnerMessage(report, owner), stop).ConfigureAwait(false);
                }
                catch (ProblemException failure)
                {
                    return SendOutcome.NotSent(failure.Problems[0]);
                }
            }, options.SendUncertain, cancellationToken).ConfigureAwait(false)));
        return told;
    }

    private static ToldDigest Told(OwnerDigest owner, string via, SendOutcome outcome) => new(owner.Owner, via, outcome.State, outcome.Problem?.ToString());
}
