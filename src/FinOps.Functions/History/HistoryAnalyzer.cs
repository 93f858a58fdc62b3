using FinOps.Core.Costs.History;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.History.Gathering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.History;

/// <summary>The cost history: gather, analyse, and put into one view model.</summary>
public static class HistoryAnalyzer
{
    public const string FunctionName = "historical-cost-analyzer";

    /// <exception cref="ProblemException">FIN5001, FIN5002, FIN5004 or FIN5005 when Cost Explorer cannot be read, FIN5006 when its answer makes no sense.</exception>
    public static async Task<HistoryReport> RunAsync(HistoryOptions options, ReportClients clients, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(time);
        var started = time.GetTimestamp();
        var now = time.GetUtcNow();
        var meter = new RequestMeter();
        var analysis = HistoryAnalyst.Analyse(await HistoryGathering.GatherAsync(clients, meter, options, cancellationToken).ConfigureAwait(false));
        return new HistoryReport
        {
            Analysis = analysis,
            Metric = options.Metric,
            NotSeen = [.. HistoryNotes.NotSeen(analysis)],
            Cost = new RunCost(meter.Requests, time.GetElapsedTime(started), meter.Bytes),
            GeneratedAt = now,
            RunId = options.RunId ?? RunIds.At(now),
            Source = clients.Endpoint,
        };
    }
}
