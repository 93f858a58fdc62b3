using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>A budget as the API describes it, in the provider's properties.</summary>
internal static class BudgetAnswer
{
    public static JsonShape Shape { get; } = new(("ands", "And"), ("ors", "Or"));

    public static PropertyMap Defaults { get; } = Applied.ParseDefaults("""
        {
          "limitUnit": "USD", "timePeriodEnd": "2087-06-15_00:00",
          "costTypes": {
            "includeCredit": true, "includeDiscount": true, "includeOtherSubscription": true, "includeRecurring": true, "includeRefund": true,
            "includeSubscription": true, "includeSupport": true, "includeTax": true, "includeUpfront": true
          }
        }
        """);

    public static PropertyMap Read(ResourceCall call, JsonObject budget)
    {
        var told = AnswerReader.Read(call, budget, Shape, "budgetType", "timeUnit", "costTypes", "autoAdjustData", "filterExpression", "billingViewArn")
            .Set("metrics", Text(budget["Metrics"]?[0]))
            .Set("costFilters", PropertyValue.Of((budget["CostFilters"] as JsonObject ?? []).Select(filter => (PropertyValue)PropertyMap.Of(
                ("name", filter.Key), ("values", PropertyValue.Of(filter.Value!.AsArray().Select(Text)))))))
            .Set("plannedLimits", PropertyValue.Of((budget["PlannedBudgetLimits"] as JsonObject ?? []).Select(limit => (PropertyValue)PropertyMap.Of(
                ("startTime", Time(long.Parse(limit.Key, CultureInfo.InvariantCulture))), ("amount", Text(limit.Value!["Amount"])), ("unit", Text(limit.Value!["Unit"]))))))
            .Set("timePeriodEnd", Time((long?)budget["TimePeriod"]?["End"]));
        // AWS starts a budget without a start when it is made.
        if (call.Inputs.ContainsKey("timePeriodStart"))
            told = told.Set("timePeriodStart", Time((long?)budget["TimePeriod"]?["Start"]));
        // The limit of a planned or adjusting budget is AWS's sum of this period, nobody's input.
        var limit = budget["PlannedBudgetLimits"] is null && budget["AutoAdjustData"] is null ? budget["BudgetLimit"] : null;
        return told.Set("limitAmount", Text(limit?["Amount"])).Set("limitUnit", Text(limit?["Unit"]));
    }

    public static async Task<IReadOnlyDictionary<string, string>> BudgetTagsAsync(this AwsSession aws, string arn, CancellationToken cancellationToken) =>
        LiveTags.OfList((await aws.JsonAsync(AwsApi.Budgets, "ListTagsForResource", new JsonObject { ["ResourceARN"] = arn }, cancellationToken))["ResourceTags"]);

    private static PropertyValue Text(JsonNode? text) => (string?)text is { } value ? value : PropertyValue.Null;

    private static PropertyValue Time(long? seconds) => seconds is { } value
        ? DateTimeOffset.FromUnixTimeSeconds(value).ToString("yyyy-MM-dd_HH:mm", CultureInfo.InvariantCulture)
        : PropertyValue.Null;
}
