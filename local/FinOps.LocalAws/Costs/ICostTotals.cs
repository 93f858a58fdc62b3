using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Costs;

/// <summary>Sums the synthetic cost rows for services that need a figure and not a query result, such as budgets.</summary>
internal interface ICostTotals
{
    /// <summary>The total in US dollars.</summary>
    /// <param name="start">First day.</param>
    /// <param name="end">The day after the last.</param>
    /// <param name="metric">A Cost Explorer metric name, for example <c>UnblendedCost</c>.</param>
    /// <param name="filter">A Cost Explorer Expression (Dimensions, Tags, CostCategories, And, Or, Not), or null for everything.</param>
    /// <exception cref="Wire.AwsError">The expression is not one that Cost Explorer accepts.</exception>
    decimal Total(DateOnly start, DateOnly end, string metric, JsonObject? filter);

    /// <summary>What the days that are over cost plus what the others are expected to cost, in US dollars; null when there is too little history.</summary>
    /// <inheritdoc cref="Total"/>
    decimal? Forecast(DateOnly start, DateOnly end, string metric, JsonObject? filter);
}
