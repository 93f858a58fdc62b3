using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Budgets;

/// <summary>The subscribers of a notification.</summary>
internal sealed class SubscriberOperations(LocalAwsEnvironment environment)
{
    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("CreateSubscriber", (input, context) => Change(input, context, subscribers =>
            SubscriberInput.Add(subscribers, SubscriberInput.Read(input.Object("Subscriber")))));
        add("UpdateSubscriber", (input, context) => Change(input, context, subscribers =>
        {
            Remove(subscribers, SubscriberInput.Read(input.Object("OldSubscriber")));
            SubscriberInput.Add(subscribers, SubscriberInput.Read(input.Object("NewSubscriber")));
        }));
        add("DeleteSubscriber", (input, context) => Change(input, context, subscribers =>
            Remove(subscribers, SubscriberInput.Read(input.Object("Subscriber")))));
        add("DescribeSubscribersForNotification", List);
    }

    private static void Remove(JsonArray subscribers, JsonObject subscriber)
    {
        var standing = subscribers.FirstOrDefault(each => JsonNode.DeepEquals(each, subscriber))
            ?? throw BudgetsErrors.NotFound($"The subscriber {subscriber["Address"]} is not on this notification.");
        subscribers.Remove(standing);
    }

    private JsonObject Change(JsonInput input, CallContext context, Action<JsonArray> change)
    {
        var (account, name) = (BudgetStore.Account(input, context), input.Required("BudgetName", 100));
        environment.Store.Write(session =>
        {
            var stored = BudgetStore.Require(session, account, name);
            change(Notification(stored, input)["Subscribers"]!.AsArray());
            session.Put(BudgetStore.Collection(account), name, stored);
        });
        return [];
    }

    private JsonObject List(JsonInput input, CallContext context)
    {
        var (account, name) = (BudgetStore.Account(input, context), input.Required("BudgetName", 100));
        var notification = environment.Store.Read((StoreSession session) => Notification(BudgetStore.Require(session, account, name), input));
        return BudgetStore.Page(input, $"DescribeSubscribersForNotification {account} {name}", "Subscribers",
            notification["Subscribers"]!.AsArray().OfType<JsonObject>(), each => $"{each["SubscriptionType"]} {each["Address"]}", each => each.DeepClone(), maximum: 100);
    }

    private static JsonObject Notification(JsonObject stored, JsonInput input) =>
        NotificationInput.Require(stored["Notifications"]!.AsArray(), NotificationInput.Read(input.Object("Notification")));
}
