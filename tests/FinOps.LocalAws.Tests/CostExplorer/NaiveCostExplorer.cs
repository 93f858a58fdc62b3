using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.Core.Costs.Rows;

namespace FinOps.LocalAws.Tests.CostExplorer;

/// <summary>Answers GetCostAndUsage the slow and obvious way: row by row, straight from the request's JSON. The oracle of the property test.</summary>
internal static class NaiveCostExplorer
{
    /// <summary>(period start, group keys joined by |, metric) to amount.</summary>
    public static Dictionary<(string Start, string Keys, string Metric), decimal> Answer(
        IEnumerable<CostRow> rows, JsonObject request, IReadOnlySet<string> activeTags)
    {
        var start = Day(request["TimePeriod"]!["Start"]!);
        var end = Day(request["TimePeriod"]!["End"]!);
        var isMonthly = request["Granularity"]!.GetValue<string>() == "MONTHLY";
        var sums = new Dictionary<(string, string, string), decimal>();
        foreach (var row in rows)
        {
            if (row.Day < start || row.Day >= end || (request["Filter"] is JsonObject filter && !Matches(filter, row.Item, activeTags)))
                continue;
            var first = new DateOnly(row.Day.Year, row.Day.Month, 1);
            var period = !isMonthly ? row.Day : first < start ? start : first;
            var keys = string.Join('|', request["GroupBy"]!.AsArray().Select(grouping => GroupKey(grouping!.AsObject(), row.Item, activeTags)));
            foreach (var metric in request["Metrics"]!.AsArray().Select(metric => metric!.GetValue<string>()))
            {
                var key = (period.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), keys, metric);
                sums[key] = sums.GetValueOrDefault(key) + Amount(row, metric);
            }
        }
        return sums;
    }

    public static bool Matches(JsonObject expression, CostLineItem item, IReadOnlySet<string> activeTags)
    {
        var (root, node) = expression.Single();
        switch (root)
        {
            case "And":
                return node!.AsArray().All(operand => Matches(operand!.AsObject(), item, activeTags));
            case "Or":
                return node!.AsArray().Any(operand => Matches(operand!.AsObject(), item, activeTags));
            case "Not":
                return !Matches(node!.AsObject(), item, activeTags);
        }
        var key = node!["Key"]!.GetValue<string>();
        var value = root == "Tags" ? Tag(item, key, activeTags) : Dimension(item, key);
        return node["MatchOptions"]?.AsArray().Any(option => option!.GetValue<string>() == "ABSENT") == true
            ? value.Length == 0
            : node["Values"]!.AsArray().Any(candidate => candidate!.GetValue<string>() == value);
    }

    private static string GroupKey(JsonObject grouping, CostLineItem item, IReadOnlySet<string> activeTags)
    {
        var key = grouping["Key"]!.GetValue<string>();
        return grouping["Type"]!.GetValue<string>() == "TAG" ? $"{key}${Tag(item, key, activeTags)}" : Dimension(item, key);
    }

    private static string Tag(CostLineItem item, string key, IReadOnlySet<string> activeTags) =>
        activeTags.Contains(key) ? item.Tags.GetValueOrDefault(key, "") : "";

    private static string Dimension(CostLineItem item, string key)
    {
        var (value, missing) = key switch
        {
            "SERVICE" => (item.Service, "NoService"),
            "REGION" => (item.Region, "NoRegion"),
            "LINKED_ACCOUNT" => (item.AccountId, ""),
            "RECORD_TYPE" => (item.RecordType, ""),
            "USAGE_TYPE" => (item.UsageType, "NoUsageType"),
            "INSTANCE_TYPE" => (item.InstanceType, "NoInstanceType"),
            "PURCHASE_TYPE" => (item.PurchaseType, "NoPurchaseType"),
            "OPERATION" => (item.Operation, "NoOperation"),
            _ => throw new ArgumentOutOfRangeException(nameof(key), key, "The oracle does not know this dimension."),
        };
        return value.Length > 0 ? value : missing;
    }

    private static decimal Amount(CostRow row, string metric) => metric switch
    {
        "UnblendedCost" or "BlendedCost" => row.UnblendedCost.Amount,
        "AmortizedCost" => row.AmortizedCost.Amount,
        "NetUnblendedCost" => row.NetUnblendedCost.Amount,
        "NetAmortizedCost" => row.NetAmortizedCost.Amount,
        "UsageQuantity" => row.UsageQuantity,
        "NormalizedUsageAmount" => row.UsageQuantity * row.Item.NormalizationFactor,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "The oracle does not know this metric."),
    };

    private static DateOnly Day(JsonNode text) => DateOnly.ParseExact(text.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
