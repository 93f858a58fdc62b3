using FinOps.Core.Scheduling.Decisions;
using FinOps.Functions.Aws;
using FinOps.Functions.Delivery;
using FinOps.Functions.Members;
using FinOps.Functions.Reports;
using FinOps.Functions.Scheduling.Memory;
using FinOps.Functions.Scheduling.Rendering;
using FinOps.Functions.Scheduling.Switching;

namespace FinOps.Functions.Scheduling;

/// <summary>A run from the memory of the last one to the delivered report, as the function and the command make it.</summary>
public static class ScheduledRun
{
    /// <param name="role">The role in member accounts; null when there is none, and then there is nothing to look at.</param>
    /// <param name="delivery">Without a bucket nothing is remembered: databases that AWS started again are told as running, no more.</param>
    /// <param name="deadline">When no further region is begun.</param>
    /// <exception cref="Core.Problems.ProblemException">FIN5103 when nothing could be looked at; FIN5001 to FIN5005 when AWS does not answer.</exception>
    public static async Task<(SchedulerReport Report, Delivered Delivered)> RunAsync(
        SchedulerOptions options, AwsConnection aws, MemberSettings? role, ReportClients clients, DeliveryOptions delivery, TimeProvider time, CancellationToken deadline, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var store = delivery.Bucket is { } bucket ? new SchedulerMemoryStore(clients, bucket) : null;
        var memory = store is null ? new SchedulerMemory() : await store.LoadAsync(cancellationToken).ConfigureAwait(false);
        using var members = new MemberSessions(aws, role, NonprodScheduler.FunctionName);
        var (report, remembered) = await new NonprodScheduler(options, members, clients, time).RunAsync(memory, deadline, cancellationToken).ConfigureAwait(false);

        // It runs many times a day and mostly has nothing to do: a run that switched nothing is kept once a day, and one that did is mailed once a day.
        var acted = report.Rows.Any(row => row.Result is SwitchResult.Done or SwitchResult.Refused or SwitchResult.NotReached);
        var isFirst = memory.ReportedOn != report.Day;
        var mails = memory.MailedOn != report.Day && (acted || (isFirst && report.Rows.Any(row => row.Action != SwitchAction.Leave)));
        if (store is not null && !await store.SaveAsync(remembered with { ReportedOn = report.Day, MailedOn = mails ? report.Day : memory.MailedOn }, cancellationToken).ConfigureAwait(false))
            report = report with
            {
                NotSeen = [.. report.NotSeen, new Blindspot("what the next run is to know", "another run wrote its memory at the same time", "Run it once at a time.")],
            };
        var delivered = acted || isFirst
            ? await ReportDelivery.DeliverAsync(report, new SchedulerReportRenderer(), mails ? delivery : delivery with { From = null, To = [] }, clients, cancellationToken).ConfigureAwait(false)
            : Delivered.Nowhere;
        return (report, delivered);
    }
}
