using System.Collections.Frozen;
using FinOps.Core.Costs.Rows;
using FinOps.LocalAws.CostExplorer.Input;

namespace FinOps.LocalAws.CostExplorer.Queries;

/// <summary>Metrics as requests spell them: <c>UnblendedCost</c> in queries, <c>UNBLENDED_COST</c> in forecasts; queries take both.</summary>
internal static class MetricNames
{
    private static readonly (CostMetric Metric, string Query, string Forecast)[] Names =
    [
        (CostMetric.AmortizedCost, "AmortizedCost", "AMORTIZED_COST"),
        (CostMetric.BlendedCost, "BlendedCost", "BLENDED_COST"),
        (CostMetric.NetAmortizedCost, "NetAmortizedCost", "NET_AMORTIZED_COST"),
        (CostMetric.NetUnblendedCost, "NetUnblendedCost", "NET_UNBLENDED_COST"),
        (CostMetric.NormalizedUsageAmount, "NormalizedUsageAmount", "NORMALIZED_USAGE_AMOUNT"),
        (CostMetric.UnblendedCost, "UnblendedCost", "UNBLENDED_COST"),
        (CostMetric.UsageQuantity, "UsageQuantity", "USAGE_QUANTITY"),
    ];

    private static readonly FrozenDictionary<string, CostMetric> ByName = Names
        .SelectMany(name => new[] { (name.Query, name.Metric), (name.Forecast, name.Metric) })
        .ToFrozenDictionary(name => name.Item1, name => name.Metric, StringComparer.Ordinal);

    private static readonly FrozenDictionary<CostMetric, string> QueryNames = Names.ToFrozenDictionary(name => name.Metric, name => name.Query);

    /// <summary>The names that GetCostForecast takes.</summary>
    public static IReadOnlyCollection<string> Forecast { get; } = [.. Names.Select(name => name.Forecast)];

    public static string NameOf(CostMetric metric) => QueryNames[metric];

    /// <exception cref="Wire.AwsError">ValidationException with all metrics that are not known.</exception>
    public static IReadOnlyList<CostMetric> Parse(IReadOnlyList<string> names)
    {
        var unknown = names.Where(name => !ByName.ContainsKey(name)).ToList();
        if (unknown.Count > 0)
            throw CostExplorerErrors.Validation(
                $"Metric {string.Join(", ", unknown)} is not valid. Valid values are {string.Join(", ", Names.Select(name => name.Query))}");
        return [.. names.Select(name => ByName[name]).Distinct()];
    }

    /// <summary>The unit of a sum.</summary>
    public static string UnitOf(CostMetric metric, CostGroup group) => metric switch
    {
        CostMetric.UsageQuantity => group.Unit is { Length: > 0 } unit ? unit : "N/A",
        CostMetric.NormalizedUsageAmount => "N/A",
        _ => "USD",
    };
}
