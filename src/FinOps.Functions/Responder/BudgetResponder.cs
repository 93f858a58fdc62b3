using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Chat;
using FinOps.Functions.Delivery;
using FinOps.Functions.Responder.Alerts;
using FinOps.Functions.Responder.Gathering;
using FinOps.Functions.Responder.Html;
using FinOps.Functions.Rendering;
using FinOps.Functions.Sending;

namespace FinOps.Functions.Responder;

/// <summary>Alerts of budgets, of their actions and of Cost Anomaly Detection, told to their owners: one message each, whatever happens once.</summary>
public static class BudgetResponder
{
    public const string FunctionName = "budget-responder";

    /// <exception cref="ProblemException">FIN5001 to FIN5005: what was sent before cannot be looked up, so nothing was sent.</exception>
    public static async Task<ResponderResult> RunAsync(
        IReadOnlyList<SnsAlert> alerts, ResponderOptions options, ResponderClients clients, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clients);
        var told = new List<ToldOwner>();
        foreach (var sns in alerts)
        {
            using var patience = new CancellationTokenSource(options.GatherFor, time);
            using var gathering = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
            var facts = await new AlertGathering(options, clients, new RequestMeter(), time).GatherAsync(sns, gathering.Token).ConfigureAwait(false);
            var report = await LatestReport.FindAsync(options.Delivery.Bucket, clients.Reports, time, gathering.Token).ConfigureAwait(false);
            foreach (var owner in facts.Owners)
            {
                var message = AlertMessages.For(facts, owner, report);
                var kind = facts.Alert.GetType().Name;
                told.Add(options.DryRun
                    ? new ToldOwner(sns.MessageId, kind, owner.Name, null, null, null, PlainMessage.Render(message))
                    : Told(sns, kind, owner, await TellAsync(sns, owner, message, options, clients, time, cancellationToken).ConfigureAwait(false)));
            }
        }

        return new ResponderResult(told);
    }

    /// <summary>Under this name the bucket remembers that an owner was told; it has the day, so that old entries expire with their reports.</summary>
    internal static string Entry(SnsAlert sns, Owner owner) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"reports/{FunctionName}/{sns.At.UtcDateTime:yyyy-MM}/{sns.At.UtcDateTime:yyyy-MM-dd}-{sns.MessageId}/told-{SendLedger.NameOf(owner.Name)}.json");

    private static Task<SendOutcome> TellAsync(
        SnsAlert sns, Owner owner, ChatMessage message, ResponderOptions options, ResponderClients clients, TimeProvider time, CancellationToken cancellationToken)
    {
        var ledger = new SendLedger(clients.Reports.Storage, options.Delivery.Bucket!, clients.Reports.Endpoint, time);
        return ledger.OnceAsync(Entry(sns, owner), async stop =>
        {
            SendOutcome? failed = null;
            if (options.Chat is { } channel)
            {
                failed = await ChatAsync(channel, message, clients, stop).ConfigureAwait(false);
                if (failed.State != SendState.NotSent)
                    return failed;
            }

            // No channel, or it certainly did not take the message: the owner is mailed.
            return options.Delivery.From is { } from && owner.Addresses.Count > 0
                ? await MailAsync(from, owner, message, options.Delivery, clients, stop).ConfigureAwait(false)
                : failed ?? SendOutcome.NotSent(new Problem(AwsFailure.Settings, "environment", DeliveryOptions.ToVariable, "no address", $"an address for {owner.Name}", "Set the readers of the reports."));
        }, options.SendUncertain, cancellationToken);
    }

    private static async Task<SendOutcome> ChatAsync(ChatChannel channel, ChatMessage message, ResponderClients clients, CancellationToken cancellationToken)
    {
        try
        {
            var webhook = await ChatWebhooks.ReadAsync(clients.Parameters, clients.Reports.Endpoint, channel.Parameter, channel.Kind, cancellationToken).ConfigureAwait(false);
            return await clients.Webhooks.SendAsync(webhook, message, cancellationToken).ConfigureAwait(false);
        }
        catch (ProblemException failure)
        {
            return SendOutcome.NotSent(failure.Problems[0]);
        }
    }

    private static async Task<SendOutcome> MailAsync(string from, Owner owner, ChatMessage message, DeliveryOptions delivery, ResponderClients clients, CancellationToken cancellationToken)
    {
        var html = await HtmlPages.RenderAsync<AlertMail>(new() { [nameof(AlertMail.Message)] = message }).ConfigureAwait(false);
        return await new MailSender(clients.Reports.Mail, clients.Reports.Endpoint, from, delivery.ConfigurationSet)
            .SendAsync(FunctionName, owner.Addresses, ChatText.Line(message.Title, ChatLimits.Title), html, PlainMessage.Render(message), cancellationToken).ConfigureAwait(false);
    }

    private static ToldOwner Told(SnsAlert sns, string kind, Owner owner, SendOutcome outcome) =>
        new(sns.MessageId, kind, owner.Name, outcome.State, outcome.State == SendState.Sent ? outcome.Receipt : null, outcome.Problem?.ToString(), null);
}
