using System.Text.Json.Nodes;
using FinOps.Core.Costs;
using FinOps.Core.Costs.Rows;
using FinOps.LocalAws.Costs;
using FinOps.LocalAws.CostExplorer.Expressions;
using FinOps.LocalAws.CostExplorer.Forecasts;
using FinOps.LocalAws.CostExplorer.Queries;

namespace FinOps.LocalAws.CostExplorer;

/// <summary>Sums for budgets, from the same rows and the same evaluator as every query.</summary>
internal sealed class CostTotals(CostExplorerState state) : ICostTotals
{
    public decimal Total(DateOnly start, DateOnly end, string metric, JsonObject? filter) =>
        CostAnswer.Amount(CostEvaluator.Evaluate(new CostQuery([new DateRange(start, end)], [Metric(metric)], Parse(filter), []), View()).Groups[0].Sum(0, 0));

    public decimal? Forecast(DateOnly start, DateOnly end, string metric, JsonObject? filter) =>
        new ForecastQueries(state).Forecast(new DateRange(start, end), Metric(metric), Parse(filter), View());

    private CostView View() => state.View(onlyAccount: null);

    private static CostMetric Metric(string name) => MetricNames.Parse([name])[0];

    private static CostExpression? Parse(JsonObject? filter) => filter is null ? null : new ExpressionParser(ExpressionGrammar.Budget).Parse(filter);
}
