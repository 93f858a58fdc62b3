using System.Globalization;
using System.Text.Json.Nodes;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <param name="Type">ACTUAL or FORECASTED.</param>
/// <param name="Comparison">GREATER_THAN, LESS_THAN or EQUAL_TO.</param>
/// <param name="Threshold">In percent or in the budget's unit.</param>
/// <param name="ThresholdType">PERCENTAGE or ABSOLUTE_VALUE.</param>
/// <param name="Subscribers">SNS or EMAIL, and the address.</param>
internal sealed record BudgetNotification(string Type, string Comparison, double Threshold, string ThresholdType, IReadOnlyList<(string Type, string Address)> Subscribers)
{
    public string Key => string.Join('|', Type, Comparison, Threshold.ToString("R", CultureInfo.InvariantCulture), ThresholdType);

    public static BudgetNotification Of(PropertyMap input) => new(
        input.RequiredText("notificationType"),
        input.RequiredText("comparisonOperator"),
        input.NumberOf("threshold") ?? 0,
        input.RequiredText("thresholdType"),
        [
            .. input.TextsOf("subscriberSnsTopicArns").Select(topic => ("SNS", topic)),
            .. input.TextsOf("subscriberEmailAddresses").Select(address => ("EMAIL", address)),
        ]);

    public static BudgetNotification Of(JsonObject live) => new(
        (string)live["NotificationType"]!,
        (string)live["ComparisonOperator"]!,
        (double)live[nameof(Threshold)]!,
        (string?)live[nameof(ThresholdType)] ?? "PERCENTAGE",
        []);

    public PropertyMap ToProperties() => PropertyMap.Of(
        ("notificationType", Type), ("comparisonOperator", Comparison), ("threshold", Threshold), ("thresholdType", ThresholdType),
        ("subscriberSnsTopicArns", Addresses("SNS")), ("subscriberEmailAddresses", Addresses("EMAIL")));

    public static JsonObject ToJson((string Type, string Address) subscriber) =>
        new() { ["SubscriptionType"] = subscriber.Type, ["Address"] = subscriber.Address };

    private PropertyValue Addresses(string type) =>
        PropertyValue.Of(Subscribers.Where(subscriber => subscriber.Type == type).Select(subscriber => (PropertyValue)subscriber.Address));

    public JsonObject Condition() => new()
    {
        ["NotificationType"] = Type,
        ["ComparisonOperator"] = Comparison,
        [nameof(Threshold)] = Threshold,
        [nameof(ThresholdType)] = ThresholdType,
    };

    public JsonArray SubscribersJson() => new([.. Subscribers.Select(ToJson)]);

    public JsonObject ToJson() => new() { ["Notification"] = Condition(), [nameof(Subscribers)] = SubscribersJson() };
}
