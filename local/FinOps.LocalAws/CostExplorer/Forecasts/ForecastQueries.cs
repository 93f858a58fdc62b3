using System.Text.Json.Nodes;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Rows;
using FinOps.LocalAws.CostExplorer.Expressions;
using FinOps.LocalAws.CostExplorer.Input;
using FinOps.LocalAws.CostExplorer.Queries;

namespace FinOps.LocalAws.CostExplorer.Forecasts;

/// <summary>GetCostForecast. Days that are already over count with their actual cost.</summary>
internal sealed class ForecastQueries(CostExplorerState state)
{
    private const int DefaultLevel = 80;
    private const int DailyMonths = 3;
    private const int MonthlyMonths = 18;

    public JsonObject Get(CostExplorerCall call)
    {
        var granularity = call.Input.Choice("Granularity", ["DAILY", "MONTHLY", "HOURLY"], required: true);
        var metricName = call.Input.Choice("Metric", MetricNames.Forecast, required: true);
        var level = call.Input.Integer("PredictionIntervalLevel", min: 51, max: 99) ?? DefaultLevel;
        var period = call.Input.Object("TimePeriod", required: true);
        var start = period?.RequiredText("Start", max: 40);
        var end = period?.RequiredText("End", max: 40);
        call.Input.Check();
        var range = Range(start!, end!, granularity!);
        var metric = MetricNames.Parse([metricName!])[0];
        var filter = call.Filter(ExpressionGrammar.Query);

        var view = state.View(call.Context);
        var forecaster = Learn(metric, filter, view)
            ?? throw CostExplorerErrors.DataUnavailable("Insufficient amount of historical data to generate forecast (try smaller time window)");
        var width = DecimalMath.NormalWidth(level);
        var total = 0m;
        var results = new JsonArray();
        foreach (var part in granularity == "MONTHLY" ? range.EachMonth() : range.EachDay().Select(day => DateRange.OfDays(day, 1)))
        {
            var (mean, uncertainDays) = Expect(forecaster, part, metric, filter, view);
            var spread = width * forecaster.DailyDeviation * DecimalMath.SquareRoot(uncertainDays);
            total += mean;
            results.Add(new JsonObject
            {
                ["TimePeriod"] = new JsonObject { ["Start"] = ApiTime.Date(part.Start), ["End"] = ApiTime.Date(part.End) },
                ["MeanValue"] = Text(mean),
                ["PredictionIntervalLowerBound"] = Text(Math.Min(mean, Math.Max(0, mean - spread))),
                ["PredictionIntervalUpperBound"] = Text(mean + spread),
            });
        }
        return new JsonObject
        {
            ["Total"] = new JsonObject { ["Amount"] = Text(total), ["Unit"] = metric is CostMetric.UsageQuantity or CostMetric.NormalizedUsageAmount ? "N/A" : "USD" },
            ["ForecastResultsByTime"] = results,
        };
    }

    /// <summary>Actual cost of the past days of the range plus the forecast of the others, in US dollars; null when there is too little history.</summary>
    public decimal? Forecast(DateRange range, CostMetric metric, CostExpression? filter, CostView view) =>
        Learn(metric, filter, view) is { } forecaster ? Expect(forecaster, range, metric, filter, view).Mean / CostSeries.Scale : null;

    // Estimated days may still grow, so nothing is learnt from them.
    private CostForecaster? Learn(CostMetric metric, CostExpression? filter, CostView view)
    {
        var known = new DateRange(state.Table.Days.Start, state.Table.EstimatedFrom);
        return CostForecaster.Learn(Daily(known, metric, filter, view));
    }

    private (decimal Mean, int UncertainDays) Expect(CostForecaster forecaster, DateRange part, CostMetric metric, CostExpression? filter, CostView view)
    {
        var past = part.Intersect(state.Table.Days);
        var future = part.EachDay().Where(day => day >= state.Today).ToList();
        var actual = past.IsEmpty ? 0 : CostEvaluator.Evaluate(new CostQuery([past], [metric], filter, []), view).Groups[0].Sum(0, 0);
        return (actual + future.Sum(forecaster.Expect), future.Count);
    }

    private static CostAnswer Daily(DateRange days, CostMetric metric, CostExpression? filter, CostView view) =>
        CostEvaluator.Evaluate(new CostQuery([.. days.EachDay().Select(day => DateRange.OfDays(day, 1))], [metric], filter, []), view);

    private DateRange Range(string startText, string endText, string granularity)
    {
        var start = ApiTime.ParseDate(startText) ?? throw NoDate(startText);
        var end = ApiTime.ParseDate(endText) ?? throw NoDate(endText);
        if (granularity == "HOURLY")
            throw CostExplorerErrors.DataUnavailable("Hourly data is not available: hourly granularity has not been enabled in the Cost Management preferences of the management account.");
        if (start >= end)
            throw CostExplorerErrors.Validation("Start date (and hour) should be before end date (and hour)");
        if (start > state.Today)
            throw CostExplorerErrors.Validation("Start date cannot be after the current date.");
        if (end <= state.Today)
            throw CostExplorerErrors.Validation("End date must be after the current date.");
        var months = granularity == "MONTHLY" ? MonthlyMonths : DailyMonths;
        return end <= state.Today.AddMonths(months)
            ? new DateRange(start, end)
            : throw CostExplorerErrors.Validation($"A forecast of granularity {granularity} can reach {months} months into the future.");
    }

    private static Wire.AwsError NoDate(string text) => CostExplorerErrors.Validation($"'{text}' is not a date of the form yyyy-MM-dd.");

    private static string Text(decimal micros) => CostAndUsage.Text((long)Math.Round(micros));
}
