using System.Globalization;
using System.Text.Json.Nodes;

namespace FinOps.LocalAws.Services.Budgets;

/// <summary>Whether an action's threshold is reached.</summary>
internal static class ActionThreshold
{
    /// <param name="budget">With what was spent.</param>
    /// <returns>False too when nobody knows: a budget without figures or without a limit of its own.</returns>
    public static bool IsReached(JsonObject action, JsonObject budget)
    {
        var figure = budget["CalculatedSpend"]?[(string?)action["NotificationType"] == "FORECASTED" ? "ForecastedSpend" : "ActualSpend"];
        if (Amount(figure) is not { } spent)
            return false;
        var threshold = action["ActionThreshold"]!;
        var value = threshold["ActionThresholdValue"]!.GetValue<decimal>();
        return (string?)threshold["ActionThresholdType"] == "PERCENTAGE"
            ? Amount(budget["BudgetLimit"]) is { } limit && spent > limit * value / 100
            : spent > value;
    }

    private static decimal? Amount(JsonNode? spend) =>
        (string?)spend?["Amount"] is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
}
