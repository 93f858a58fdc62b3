using System.Globalization;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Amazon.Runtime;
using FinOps.Core.Costs;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;

namespace FinOps.Functions.AllocationTags;

/// <summary>
/// Requests that AWS applies the activation to months before it. One request covers all keys, and AWS takes one in 24 hours, so it is
/// asked for only when a key became active after the last one.
/// </summary>
internal sealed class TagBackfill(ReportClients clients, RequestMeter meter, AllocationTagReader reader, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(24);

    /// <param name="lastActivation">When a wanted key last became active; null when none ever did.</param>
    public async Task<BackfillOutcome> RequestAsync(TagActivatorOptions options, DateTimeOffset? lastActivation, CancellationToken either, CancellationToken cancellationToken)
    {
        if (options.BackfillMonths is not { } months)
            return new BackfillOutcome(BackfillState.NotNeeded, null, "not asked for");
        if (lastActivation is not { } activated)
            return new BackfillOutcome(BackfillState.NotNeeded, null, "no key was activated by request");
        var from = BillingMonth.Containing(time.GetUtcNow()).AddMonths(-months);
        try
        {
            var earlier = await reader.BackfillsAsync(either).ConfigureAwait(false);
            return Obstacle(earlier, activated, from) ?? (options.DryRun
                ? new BackfillOutcome(BackfillState.Requested, from.ToString(), "would be requested")
                : await StartAsync(from, either).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new BackfillOutcome(BackfillState.Unfinished, from.ToString(), "the run had no time left; the next one requests it");
        }
        catch (BackfillLimitExceededException failure)
        {
            return new BackfillOutcome(BackfillState.Waiting, from.ToString(), $"AWS takes one in 24 hours ({failure.Message}); a later run requests it");
        }
        // What was activated stands, so a backfill that fails must not hide it.
        catch (AmazonServiceException failure)
        {
            return new BackfillOutcome(BackfillState.Refused, from.ToString(), $"AWS answered {failure.ErrorCode}: {failure.Message.ReplaceLineEndings(" ")}");
        }
    }

    private BackfillOutcome? Obstacle(List<CostAllocationTagBackfillRequest> earlier, DateTimeOffset activated, BillingMonth from)
    {
        var last = earlier.Select(request => (Request: request, At: Instants.Parse(request.RequestedAt) ?? DateTimeOffset.MinValue)).OrderBy(one => one.At).LastOrDefault();
        if (last.Request is null)
            return null;
        var reach = Instants.Parse(last.Request.BackfillFrom) is { } begin ? BillingMonth.Containing(begin).ToString() : null;
        if (last.Request.BackfillStatus == CostAllocationTagBackfillStatus.PROCESSING)
            return new BackfillOutcome(BackfillState.Running, reach, $"requested {Time(last.At)}");
        if (last.Request.BackfillStatus == CostAllocationTagBackfillStatus.SUCCEEDED && last.At >= activated)
            return new BackfillOutcome(BackfillState.NotNeeded, reach, $"the one of {Time(last.At)} covers every active key");
        return time.GetUtcNow() - last.At < Pause
            ? new BackfillOutcome(BackfillState.Waiting, from.ToString(), $"AWS takes one in 24 hours; possible again from {Time(last.At + Pause)}")
            : null;
    }

    private async Task<BackfillOutcome> StartAsync(BillingMonth from, CancellationToken either)
    {
        var answer = await meter.CountAsync(RunCost.CostExplorerService, clients.CostExplorer.StartCostAllocationTagBackfillAsync(
            new StartCostAllocationTagBackfillRequest { BackfillFrom = Instants.Begin(from) }, either)).ConfigureAwait(false);
        return new BackfillOutcome(BackfillState.Requested, from.ToString(), $"AWS says {answer.BackfillRequest?.BackfillStatus?.Value ?? "nothing"}");
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
