using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FinOps.LocalAws.Services.Budgets;

/// <summary>Turns a budget's filters, of the old style or the new, into a metric and a Cost Explorer Expression.</summary>
internal static partial class BudgetFilter
{
    // What each switch of CostTypes takes out when it is false.
    private static readonly Dictionary<string, string[]> RecordTypes = new(StringComparer.Ordinal)
    {
        ["IncludeTax"] = ["Tax"],
        ["IncludeCredit"] = ["Credit"],
        ["IncludeRefund"] = ["Refund"],
        ["IncludeSupport"] = ["Support"],
        ["IncludeDiscount"] = ["Enterprise Discount Program Discount"],
        ["IncludeRecurring"] = ["SavingsPlanRecurringFee"],
        ["IncludeUpfront"] = ["SavingsPlanUpfrontFee"],
    };

    public static (string Metric, JsonObject? Filter) Of(JsonObject budget)
    {
        if (budget["Metrics"] is JsonArray { Count: 1 } metrics)
            return ((string)metrics[0]!, budget["FilterExpression"]?.DeepClone() as JsonObject);
        var types = budget["CostTypes"] as JsonObject ?? [];
        var metric = Is(types, "UseAmortized") ? "AmortizedCost" : Is(types, "UseBlended") ? "BlendedCost" : "UnblendedCost";
        var all = new List<JsonObject>();
        foreach (var (name, values) in budget["CostFilters"] as JsonObject ?? [])
            all.Add(Filter(name, [.. values!.AsArray().Select(value => (string)value!)]));
        var excluded = RecordTypes.Where(pair => types[pair.Key] is { } included && !(bool)included).SelectMany(pair => pair.Value).ToList();
        if (excluded.Count > 0)
            all.Add(new JsonObject { ["Not"] = Dimension("RECORD_TYPE", excluded) });
        return (metric, all.Count switch { 0 => null, 1 => all[0], _ => new JsonObject { ["And"] = new JsonArray([.. all]) } });
    }

    private static JsonObject Filter(string name, List<string> values) => name switch
    {
        "TagKeyValue" => Keyed("Tags", values, text => text.StartsWith("user:", StringComparison.Ordinal) ? text["user:".Length..] : text),
        "CostCategory" => Keyed("CostCategories", values, text => text),
        _ => Dimension(WordStart().Replace(name, "_").ToUpperInvariant(), values),
    };

    // Values are Key$Value; one expression a key, and any of them may match.
    private static JsonObject Keyed(string kind, List<string> values, Func<string, string> keyOf)
    {
        var keys = values.Select(value => value.Split('$', 2)).GroupBy(parts => keyOf(parts[0]), parts => parts.Length > 1 ? parts[1] : "").Select(group => new JsonObject
        {
            [kind] = new JsonObject { ["Key"] = group.Key, ["Values"] = new JsonArray([.. group.Select(value => (JsonNode)value)]) },
        }).ToList();
        return keys.Count == 1 ? keys[0] : new JsonObject { ["Or"] = new JsonArray([.. keys]) };
    }

    private static JsonObject Dimension(string key, IEnumerable<string> values) => new()
    {
        ["Dimensions"] = new JsonObject { ["Key"] = key, ["Values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) },
    };

    private static bool Is(JsonObject types, string name) => (bool?)types[name] ?? false;

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStart();
}
