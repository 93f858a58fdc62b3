using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Budgets;

/// <summary>Checks subscribers: one SNS topic and ten e-mail addresses at most for a notification.</summary>
internal static partial class SubscriberInput
{
    private const int MaximumTopics = 1;
    private const int MaximumAddresses = 10;

    public static JsonObject Read(JsonInput subscriber)
    {
        var type = subscriber.OneOf("SubscriptionType", "SNS", "EMAIL");
        var address = subscriber.Required("Address");
        if (!(type == "SNS" ? TopicPattern() : EmailPattern()).IsMatch(address))
            throw BudgetsErrors.Invalid(type == "SNS" ? $"'{address}' is no ARN of an SNS topic." : $"'{address}' is no e-mail address.");
        return new JsonObject { ["SubscriptionType"] = type, ["Address"] = address };
    }

    /// <summary>The Subscribers member: one at least.</summary>
    public static JsonArray ReadAll(JsonInput input)
    {
        var subscribers = new JsonArray();
        foreach (var each in input.Objects("Subscribers"))
            Add(subscribers, Read(each));
        return subscribers.Count > 0 ? subscribers : throw input.Fault("Subscribers", "Member must have length greater than or equal to 1");
    }

    public static void Add(JsonArray subscribers, JsonObject subscriber)
    {
        if (subscribers.Any(each => JsonNode.DeepEquals(each, subscriber)))
            throw BudgetsErrors.Duplicate($"The subscriber {subscriber["Address"]} already exists on this notification.");
        var type = (string?)subscriber["SubscriptionType"];
        var maximum = type == "SNS" ? MaximumTopics : MaximumAddresses;
        if (subscribers.Count(each => (string?)each!["SubscriptionType"] == type) >= maximum)
            throw BudgetsErrors.Limit($"A notification can have no more than {maximum} {type} subscribers.");
        subscribers.Add(subscriber);
    }

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+\z")]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,256}(\.fifo)?\z")]
    private static partial Regex TopicPattern();
}
