using FinOps.Core.Costs.Analysis;
using FinOps.Core.Costs.Forecasting;
using FinOps.Core.Costs.Reviews;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Costs.Gathering;
using FinOps.Functions.Costs.Reviews;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Costs;

/// <summary>The cost report: gather, analyse, and put into one view model. Rendering and delivery take it from there.</summary>
public static class CostAnalyzer
{
    public const string FunctionName = "cost-analyzer";

    /// <param name="deadline">When it is cancelled, the report goes on with the answers that have come, and says which have not.</param>
    /// <exception cref="ProblemException">
    /// FIN5001 to FIN5005 when Cost Explorer cannot be read, FIN5003 when the options cannot be met, FIN5006 when its answer makes no sense,
    /// FIN5021 when nothing came before the deadline. Budgets, anomalies, AWS's forecast and earlier reviews that cannot be read are no
    /// failure; the report says so.
    /// </exception>
    public static async Task<CostReport> RunAsync(
        CostAnalyzerOptions options, ReportClients clients, TimeProvider time, CancellationToken cancellationToken, CancellationToken deadline = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(time);
        var started = time.GetTimestamp();
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var tag = AllocationTag(options);
        var periods = Periods(options, today);
        var reviewBucket = options.Month is null ? options.ReviewBucket : null;
        var meter = new RequestMeter();
        using var arrival = new Arrival(deadline, cancellationToken);
        var gathering = CostGathering.GatherAsync(clients, meter, periods, tag, options, arrival);
        var budgets = arrival.WaitAsync(token => BudgetReader.ReadAsync(clients, meter, tag, token), ([], [Blindspots.Late("budgets")]));
        var anomalies = arrival.WaitAsync(
            token => AnomalyReader.ReadAsync(clients, meter, periods, today, token), ([], [Blindspots.Late("what AWS Cost Anomaly Detection saw")]));
        var forecast = options.AwsForecast
            ? arrival.WaitAsync(token => AwsForecastReader.ReadAsync(clients, meter, periods, today, token), (null, [Blindspots.Late("AWS's own forecast")]))
            : Task.FromResult<(AwsForecast?, IReadOnlyList<Blindspot>)>((null, []));
        var review = reviewBucket is null
            ? Task.FromResult<(EarlierReview?, IReadOnlyList<Blindspot>)>((null, []))
            : arrival.WaitAsync(
                token => new ReviewStore(clients, reviewBucket).FindBeforeAsync(periods.AsOf, meter, token), (null, [Blindspots.Late("the review of the week before")]));
        await Task.WhenAll(gathering, budgets, anomalies, forecast, review).ConfigureAwait(false);
        var gathered = await gathering.ConfigureAwait(false);
        var (seenBudgets, unseenBudgets) = await budgets.ConfigureAwait(false);
        var (seenAnomalies, unseenAnomalies) = await anomalies.ConfigureAwait(false);
        var (awsForecast, unseenForecast) = await forecast.ConfigureAwait(false);
        var (earlier, unseenReview) = await review.ConfigureAwait(false);
        var facts = gathered.Facts with
        {
            Budgets = seenBudgets,
            ReportedAnomalies = seenAnomalies,
            AwsForecast = awsForecast,
            EarlierReview = earlier,
        };
        var (usable, otherCurrency) = OneCurrency.Of(facts);
        var analysis = CostAnalyst.Analyse(usable, new OwnerJudge(options.Standard, tag).Judge, options.Gates);
        return new CostReport
        {
            Analysis = analysis,
            KeepsReviews = reviewBucket is not null,
            NotSeen = [.. Blindspots.In(analysis), .. gathered.NotSeen, .. unseenBudgets, .. unseenAnomalies, .. unseenForecast, .. unseenReview, .. otherCurrency],
            Cost = new RunCost(meter.Requests, time.GetElapsedTime(started), meter.Bytes),
            GeneratedAt = now,
            RunId = options.RunId ?? RunIds.At(now),
            Source = clients.Endpoint,
        };
    }

    private static ReportPeriods Periods(CostAnalyzerOptions options, DateOnly today)
    {
        var asOf = options.AsOf ?? today;
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
