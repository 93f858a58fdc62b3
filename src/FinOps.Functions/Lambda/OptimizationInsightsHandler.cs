using System.Text.Json;
using Amazon.Lambda.Core;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Delivery;
using FinOps.Functions.Optimization;
using FinOps.Functions.Optimization.Rendering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Lambda;

/// <summary>The Lambda around the report of opportunities.</summary>
internal sealed class OptimizationInsightsHandler(OptimizationOptions settings, OptimizationClients clients, ReportClients delivering, DeliveryOptions delivery, TimeProvider time)
{
    // The rest is for rendering, the ledger and delivery: a report without some source is worth more than none.
    private const double ShareForAsking = 0.6;

    public static OptimizationInsightsHandler FromEnvironment(Func<string, string?> variable)
    {
        var aws = AwsConnection.FromEnvironment(variable);
        var delivery = DeliveryOptions.FromEnvironment(variable);
        return new OptimizationInsightsHandler(OptimizationSettings.FromEnvironment(variable) with { LedgerBucket = delivery.Bucket }, new OptimizationClients(aws), ReportClients.Create(aws), delivery, TimeProvider.System);
    }

    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        using var deadline = LambdaDeadline.Of(context);
        using var asking = new CancellationTokenSource(context.RemainingTime * ShareForAsking < TimeSpan.FromHours(1) ? context.RemainingTime * ShareForAsking : Timeout.InfiniteTimeSpan);
        var asked = await LambdaJson.ReadEventAsync(payload, LambdaJson.Default.OptimizationInsightsEvent, """{"run":"weekly-2026-05"}""", deadline.Token).ConfigureAwait(false)
            ?? new OptimizationInsightsEvent(null, null);
        var run = asked.Run ?? context.AwsRequestId;
        if (!RunIds.IsValid(run))
            throw new ProblemException([RunIds.Wrong(run)]);
        var options = settings with { RunId = run, KeepLedger = asked.Deliver != false };
        var report = await OptimizationInsights.RunAsync(options, clients, time, asking.Token, deadline.Token).ConfigureAwait(false);
        var delivered = asked.Deliver == false
            ? Delivered.Nowhere
            : await ReportDelivery.DeliverAsync(report, new OptimizationReportRenderer(), delivery, delivering, deadline.Token).ConfigureAwait(false);
        context.Logger.LogLine(
            $"{OptimizationInsights.FunctionName} run={run} requests={report.Cost.CostExplorerRequests} ms={report.Cost.Elapsed.TotalMilliseconds:0} opportunities={report.Analysis.Usage.Count} files={delivered.Files.Count} mail={delivered.MailMessageId}");
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(OptimizationInsightsResult.Of(report, delivered), LambdaJson.Default.OptimizationInsightsResult));
    }
}
