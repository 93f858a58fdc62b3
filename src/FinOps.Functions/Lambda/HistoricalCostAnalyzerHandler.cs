using System.Text.Json;
using Amazon.Lambda.Core;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Delivery;
using FinOps.Functions.History;
using FinOps.Functions.History.Rendering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Lambda;

/// <summary>The Lambda around the cost history. It stores and mails nothing: who asked reads the answer.</summary>
internal sealed class HistoricalCostAnalyzerHandler(ReportClients clients, DeliveryOptions delivery, TimeProvider time)
{
    public static HistoricalCostAnalyzerHandler FromEnvironment(Func<string, string?> variable) =>
        new(ReportClients.Create(AwsConnection.FromEnvironment(variable)), DeliveryOptions.FromEnvironment(variable), TimeProvider.System);

    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        using var deadline = LambdaDeadline.Of(context);
        var asked = await LambdaJson.ReadEventAsync(payload, LambdaJson.Default.HistoricalCostAnalyzerEvent, """{"from":"2026-01","by":"tag:Team"}""", deadline.Token).ConfigureAwait(false)
            ?? new HistoricalCostAnalyzerEvent(null, null, null, null, null, null, null);
        var options = Options(asked, context.AwsRequestId);
        var report = await HistoryAnalyzer.RunAsync(options, clients, time, deadline.Token).ConfigureAwait(false);
        var files = asked.Deliver == false
            ? []
            : await ReportDelivery.StoreAsync(report, new HistoryReportRenderer(), delivery, clients, deadline.Token).ConfigureAwait(false);
        var page = files.Count > 0 ? new ReportStore(clients, delivery.Bucket!).Link(ReportStore.PageKey(report), report.GeneratedAt) : null;
        context.Logger.LogLine(
            $"{HistoryAnalyzer.FunctionName} run={options.RunId} requests={report.Cost.CostExplorerRequests} ms={report.Cost.Elapsed.TotalMilliseconds:0} files={files.Count}");
        var result = new HistoricalCostAnalyzerResult(
            files, page?.Signed.ToString(), page?.OpenUntil, report.Analysis.Total.Amount, report.Analysis.Currency, report.Cost.CostExplorerRequests, report.Cost.Price.Amount,
            [.. report.NotSeen.Select(spot => $"{spot.What}: {spot.Why}")]);
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(result, LambdaJson.Default.HistoricalCostAnalyzerResult));
    }

    private HistoryOptions Options(HistoricalCostAnalyzerEvent asked, string requestId)
    {
        var run = asked.Run ?? requestId;
        var problems = new List<Problem>();
        if (!RunIds.IsValid(run))
            problems.Add(RunIds.Wrong(run));
        var settings = new HistorySettings(asked.From, asked.To, asked.By, asked.Metric, asked.Granularity);
        try
        {
            var options = settings.Read(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), "event", "");
            return problems.Count == 0 ? options with { RunId = run } : throw new ProblemException(problems);
        }
        catch (ProblemException mistakes) when (problems.Count > 0 && !ReferenceEquals(mistakes.Problems, problems))
        {
            throw new ProblemException([.. problems, .. mistakes.Problems]);
        }
    }
}
