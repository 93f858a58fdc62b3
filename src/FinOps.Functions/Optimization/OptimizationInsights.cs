using FinOps.Core.Optimization;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Optimization.Gathering;
using FinOps.Functions.Optimization.Ledger;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Optimization;

/// <summary>The report of savings opportunities: gather, analyse, take the ledger further, and put into one view model.</summary>
public static class OptimizationInsights
{
    public const string FunctionName = "optimization-insights";

    /// <param name="gatherUntil">Ends the asking; the report is then made from what was heard.</param>
    /// <exception cref="ProblemException">FIN5003 when the options cannot be met, FIN5001 to FIN5005 when not one request was answered.</exception>
    public static async Task<OptimizationReport> RunAsync(
        OptimizationOptions options, OptimizationClients clients, TimeProvider time, CancellationToken gatherUntil, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(time);
        var (started, now) = (time.GetTimestamp(), time.GetUtcNow());
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var tag = options.AllocationTag ?? options.Standard.AllocationKey
            ?? throw new ProblemException([new Problem(
                AwsFailure.Settings, options.Standard.Source, "allocationKey", "no key for cost allocation", "one key that names the owner of a cost", "Write allocationKey: Team in the standard.")]);
        var meter = new RequestMeter();
        using var asking = CancellationTokenSource.CreateLinkedTokenSource(gatherUntil, cancellationToken);
        var gathered = await OptimizationGathering.GatherAsync(clients, meter, options, tag, today, asking.Token).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var facts = new OptimizationFacts
        {
            Today = today,
            Advice = gathered.Advice,
            HubTotals = gathered.Totals,
            Decisions = options.Decisions,
            Commitments = gathered.Commitments,
            MonthlySpend = gathered.Spend?.Total,
        };
        var owners = new OwnerFinder(options.Standard, tag, gathered.Accounts);
        var analysis = OptimizationAnalyst.Analyse(facts, owners);
        var (ledger, noLedger) = await new LedgerRun(clients, meter, options).StepAsync(today, OptimizationAnalyst.Advised(facts, owners), gathered.Answered, cancellationToken).ConfigureAwait(false);
        return new OptimizationReport
        {
            Analysis = analysis,
            Sources = [.. gathered.Sources.Select(source => new SourceState(source.Source, source.State, source.IsComplete, source.Advice.Count))],
            Ledger = ledger,
            AccountNames = gathered.Accounts.Where(account => account.Value.Name.Length > 0).ToDictionary(account => account.Key, account => account.Value.Name, StringComparer.Ordinal),
            NotSeen = [.. gathered.NotSeen, .. noLedger],
            Cost = new RunCost(meter.Requests, time.GetElapsedTime(started), meter.Bytes),
            GeneratedAt = now,
            RunId = options.RunId ?? RunIds.At(now),
            Source = clients.Endpoint,
        };
    }
}
