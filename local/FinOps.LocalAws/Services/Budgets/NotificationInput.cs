using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Budgets;

/// <summary>Checks a Notification and finds it again: type, operator, threshold and threshold type together are its identity.</summary>
internal static class NotificationInput
{
    private const int MaximumPerBudget = 10;
    private const decimal MaximumThreshold = 15_000_000_000_000m;

    /// <param name="budget">The budget it belongs to, for the rules between the two.</param>
    public static JsonObject Read(JsonInput notification, JsonObject? budget = null)
    {
        var type = notification.OneOf("NotificationType", "ACTUAL", "FORECASTED");
        var threshold = notification.OptionalDecimal("Threshold") ?? throw notification.Fault("Threshold", "Member must not be null");
        if (threshold is <= 0 or > MaximumThreshold)
            throw notification.Fault("Threshold", "Member must be greater than 0 and less than or equal to 15000000000000");
        if (type == "FORECASTED" && (string?)budget?["TimeUnit"] == "DAILY")
            throw BudgetsErrors.Invalid("A DAILY budget can have ACTUAL notifications only, not FORECASTED ones.");
        if (type == "FORECASTED" && (string?)budget?["BudgetType"] is { } kind and not ("COST" or "USAGE"))
            throw BudgetsErrors.Invalid($"A {kind} budget can have ACTUAL notifications only, not FORECASTED ones.");
        return new JsonObject
        {
            ["NotificationType"] = type,
            ["ComparisonOperator"] = notification.OneOf("ComparisonOperator", "GREATER_THAN", "LESS_THAN", "EQUAL_TO"),
            ["Threshold"] = threshold,
            ["ThresholdType"] = notification.OptionalOneOf("ThresholdType", "PERCENTAGE", "ABSOLUTE_VALUE") ?? "PERCENTAGE",
            ["NotificationState"] = notification.OptionalOneOf("NotificationState", "OK", "ALARM") ?? "OK",
        };
    }

    public static string Identity(JsonObject notification) => string.Create(CultureInfo.InvariantCulture,
        $"{notification["NotificationType"]} {notification["ComparisonOperator"]} {(decimal)notification["Threshold"]!:0.############} {notification["ThresholdType"]}");

    public static void Add(JsonArray notifications, JsonObject notification, JsonArray subscribers)
    {
        if (Find(notifications, notification) is not null)
            throw BudgetsErrors.Duplicate($"The notification {Identity(notification)} already exists on this budget.");
        if (notifications.Count >= MaximumPerBudget)
            throw BudgetsErrors.Limit($"A budget can have no more than {MaximumPerBudget} notifications.");
        notifications.Add(new JsonObject { ["Notification"] = notification, ["Subscribers"] = subscribers });
    }

    public static JsonObject? Find(JsonArray notifications, JsonObject notification) =>
        notifications.OfType<JsonObject>().FirstOrDefault(each => Identity((JsonObject)each["Notification"]!) == Identity(notification));

    public static JsonObject Require(JsonArray notifications, JsonObject notification) => Find(notifications, notification)
        ?? throw BudgetsErrors.NotFound($"Unable to find the notification {Identity(notification)} on this budget.");
}
