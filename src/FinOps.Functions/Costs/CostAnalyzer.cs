using FinOps.Core.Costs.Analysis;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs.Gathering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Costs;

/// <summary>The cost report: gather, analyse, and put into one view model. Rendering and delivery take it from there.</summary>
public static class CostAnalyzer
{
    public const string FunctionName = "cost-analyzer";

    /// <exception cref="ProblemException">
    /// FIN5001 to FIN5005 when Cost Explorer cannot be read, FIN5003 when the options cannot be met, FIN5006 when its answer makes no sense.
    /// Budgets that cannot be read are no failure; the report says so.
    /// </exception>
    public static async Task<CostReport> RunAsync(
        CostAnalyzerOptions options, ReportClients clients, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(time);
        var started = time.GetTimestamp();
        var now = time.GetUtcNow();
        var tag = AllocationTag(options);
        var meter = new RequestMeter();
        var gathering = CostGathering.GatherAsync(clients, meter, Periods(options, now), tag, options.FurtherTags, cancellationToken);
        var budgets = BudgetReader.ReadAsync(clients, meter, cancellationToken);
        await Task.WhenAll(gathering, budgets).ConfigureAwait(false);
        var (facts, unseenTags) = await gathering.ConfigureAwait(false);
        var (budgetRows, unseenBudgets) = await budgets.ConfigureAwait(false);
        var analysis = CostAnalyst.Analyse(facts, new OwnerJudge(options.Standard, tag).Judge, options.Gates);
        return new CostReport
        {
            Analysis = analysis,
            Budgets = budgetRows,
            NotSeen = [.. Blindspots.In(analysis), .. unseenTags, .. unseenBudgets],
            Cost = new RunCost(meter.Requests, time.GetElapsedTime(started), meter.Bytes),
            GeneratedAt = now,
            RunId = options.RunId ?? RunIds.At(now),
            Source = clients.Endpoint,
        };
    }

    private static ReportPeriods Periods(CostAnalyzerOptions options, DateTimeOffset now)
    {
        var asOf = options.AsOf ?? DateOnly.FromDateTime(now.UtcDateTime);
        if (options.Month is not { } month)
            return ReportPeriods.AsOfDay(asOf);
        return month.FirstDay < asOf
            ? ReportPeriods.For(month, asOf)
            : throw new ProblemException([new Problem(
                AwsFailure.Settings, "report options", "month", month.ToString(), $"a month with at least one complete day before {asOf:yyyy-MM-dd}",
                "Leave the month out to get the current one.")]);
    }

    private static string AllocationTag(CostAnalyzerOptions options) => options.AllocationTag ?? options.Standard.AllocationKey
        ?? throw new ProblemException([new Problem(
            AwsFailure.Settings, options.Standard.Source, "allocationKey", "no key for cost allocation", "one key that names the owner of a cost",
            "Write allocationKey: Team in the standard, or name a key in the report's options.")]);
}
