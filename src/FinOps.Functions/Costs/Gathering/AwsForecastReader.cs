using System.Globalization;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Analysis;
using FinOps.Core.Costs.Forecasting;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Costs.Gathering;

/// <summary>Cost Explorer's own forecast, beside the report's. It costs a request and tells of the future only, so it is asked when somebody wants it.</summary>
internal static class AwsForecastReader
{
    private const int Level = 80;

    /// <param name="today">The clock's day: AWS forecasts from it on.</param>
    public static async Task<(AwsForecast? Forecast, IReadOnlyList<Blindspot> NotSeen)> ReadAsync(
        ReportClients clients, RequestMeter meter, ReportPeriods periods, DateOnly today, CancellationToken cancellationToken)
    {
        if (periods.MonthIsOver || periods.AsOf != today)
            return (null, [NotSeen("it is made from today on, for a month that is not over", "Ask for the current month.")]);
        try
        {
            var answer = await meter.CountAsync(RunCost.CostExplorerService, clients.CostExplorer.GetCostForecastAsync(
                new GetCostForecastRequest
                {
                    TimePeriod = CostPages.Interval(new DateRange(today, periods.Month.Range.End)),
                    Metric = Metric.AMORTIZED_COST,
                    Granularity = Granularity.MONTHLY,
                    Filter = CostGathering.UsageOnly(),
                    PredictionIntervalLevel = Level,
                },
                cancellationToken)).ConfigureAwait(false);
            var bounds = answer.ForecastResultsByTime is [var only] ? only : null;
            return answer.Total is { Unit: { Length: 3 } unit } total && Amount(total.Amount, unit) is { } rest
                ? (new AwsForecast(rest, Amount(bounds?.PredictionIntervalLowerBound, unit), Amount(bounds?.PredictionIntervalUpperBound, unit)), [])
                : (null, [NotSeen("its answer has no amount", "Run the report again.")]);
        }
        catch (DataUnavailableException failure)
        {
            return (null, [NotSeen(failure.Message, "Wait until there is more history.")]);
        }
        catch (Exception failure) when (AwsFailure.IsAws(failure))
        {
            return (null, [NotSeen(Unseen.Why(failure), "Give the role ce:GetCostForecast in the management account, or leave AWS's forecast out.")]);
        }
    }

    private static Money? Amount(string? text, string unit) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? new Money(amount, unit) : null;

    private static Blindspot NotSeen(string why, string next) => new("AWS's own forecast", why, next);
}
