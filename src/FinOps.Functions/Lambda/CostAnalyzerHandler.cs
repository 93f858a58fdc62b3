using System.Text.Json;
using Amazon.Lambda.Core;
using FinOps.Core.Metrics;
using FinOps.Core.Problems;
using FinOps.Core.Tagging;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs;
using FinOps.Functions.Costs.Rendering;
using FinOps.Functions.Costs.Reviews;
using FinOps.Functions.Delivery;
using FinOps.Functions.Metrics;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Lambda;

/// <summary>The Lambda around the report: event in, result out, and an exception for everything that failed, so that the invocation fails too.</summary>
internal sealed class CostAnalyzerHandler(
    ReportClients clients, TagStandard standard, string? allocationTag, DeliveryOptions delivery, TimeProvider time, TextWriter metrics, CostReportSettings? settings = null)
{
    public static CostAnalyzerHandler FromEnvironment(Func<string, string?> variable)
    {
        var standard = TagStandard.Load(variable("FINOPS_TAG_STANDARD") ?? Path.Combine(AppContext.BaseDirectory, TagStandard.FileName));
        var tag = variable("FINOPS_ALLOCATION_TAG");
        return new CostAnalyzerHandler(
            ReportClients.Create(AwsConnection.FromEnvironment(variable)), standard, string.IsNullOrEmpty(tag) ? null : tag, DeliveryOptions.FromEnvironment(variable), TimeProvider.System,
            // Not Console.Out: the runtime's own log may put a time before each line, and then CloudWatch sees no metrics in it.
            new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true },
            CostReportSettings.FromEnvironment(variable));
    }

    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        using var deadline = LambdaDeadline.Of(context);
        var asked = await LambdaJson.ReadEventAsync(payload, LambdaJson.Default.CostAnalyzerEvent, """{"month":"2026-01"}""", deadline.Token).ConfigureAwait(false)
            ?? new CostAnalyzerEvent();
        var options = Options(asked, context.AwsRequestId);
        using var gathering = LambdaDeadline.OfGathering(context);
        var report = await CostAnalyzer.RunAsync(options, clients, time, deadline.Token, gathering.Token).ConfigureAwait(false);
        await WriteMetricsAsync(asked, report, context.FunctionName).ConfigureAwait(false);
        var delivered = asked.Deliver == false
            ? Delivered.Nowhere
            : await DeliverAsync(report, deadline.Token).ConfigureAwait(false);
        context.Logger.LogLine(
            $"{CostAnalyzer.FunctionName} run={options.RunId} requests={report.Cost.CostExplorerRequests} ms={report.Cost.Elapsed.TotalMilliseconds:0} files={delivered.Files.Count} mail={delivered.MailMessageId}");
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(CostAnalyzerResult.Of(report, delivered), LambdaJson.Default.CostAnalyzerResult));
    }

    private async Task<Delivered> DeliverAsync(CostReport report, CancellationToken cancellationToken)
    {
        var delivered = await ReportDelivery.DeliverAsync(report, new CostReportRenderer(), delivery, clients, cancellationToken).ConfigureAwait(false);
        if (report.KeepsReviews && delivery.Bucket is { } bucket)
            await new ReviewStore(clients, bucket).PutAsync(report, cancellationToken).ConfigureAwait(false);
        return delivered;
    }

    private CostAnalyzerOptions Options(CostAnalyzerEvent asked, string requestId)
    {
        var run = asked.Run ?? requestId;
        List<Problem> problems = RunIds.IsValid(run) ? [] : [RunIds.Wrong(run)];
        try
        {
            var options = asked.Settings.Or(settings ?? new CostReportSettings()).Read(standard, "event", name => name);
            if (problems.Count == 0)
                return options with { AllocationTag = allocationTag, RunId = run, ReviewBucket = delivery.Bucket };
        }
        catch (ProblemException mistakes)
        {
            problems.AddRange(mistakes.Problems);
        }

        throw new ProblemException(problems);
    }

    /// <summary>Metrics are of now: a report on another day or month has none.</summary>
    private async Task WriteMetricsAsync(CostAnalyzerEvent asked, CostReport report, string function)
    {
        if (asked is { AsOf: null, Month: null })
        {
            foreach (var line in EmbeddedMetrics.Lines(CostMetrics.Of(report), report.GeneratedAt, ("FunctionName", function)))
                await metrics.WriteAsync(line + "\n").ConfigureAwait(false);
        }
    }
}
