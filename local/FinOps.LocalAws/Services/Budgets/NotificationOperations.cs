using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Budgets;

/// <summary>The notifications of a budget.</summary>
internal sealed class NotificationOperations(LocalAwsEnvironment environment)
{
    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("CreateNotification", (input, context) => Change(input, context, (stored, notifications) => NotificationInput.Add(
            notifications, NotificationInput.Read(input.Object("Notification"), (JsonObject)stored["Budget"]!), SubscriberInput.ReadAll(input))));
        add("UpdateNotification", (input, context) => Change(input, context, (stored, notifications) => Replace(input, stored, notifications)));
        add("DeleteNotification", (input, context) => Change(input, context, (_, notifications) => notifications.Remove(
            NotificationInput.Require(notifications, NotificationInput.Read(input.Object("Notification"))))));
        add("DescribeNotificationsForBudget", List);
        add("DescribeBudgetNotificationsForAccount", ListAll);
    }

    private static void Replace(JsonInput input, JsonObject stored, JsonArray notifications)
    {
        var old = NotificationInput.Require(notifications, NotificationInput.Read(input.Object("OldNotification")));
        var changed = NotificationInput.Read(input.Object("NewNotification"), (JsonObject)stored["Budget"]!);
        if (NotificationInput.Find(notifications, changed) is { } standing && standing != old)
            throw BudgetsErrors.Duplicate($"The notification {NotificationInput.Identity(changed)} already exists on this budget.");
        old["Notification"] = changed;
    }

    private JsonObject Change(JsonInput input, CallContext context, Action<JsonObject, JsonArray> change)
    {
        var (account, name) = (BudgetStore.Account(input, context), input.Required("BudgetName", 100));
        environment.Store.Write(session =>
        {
            var stored = BudgetStore.Require(session, account, name);
            change(stored, stored["Notifications"]!.AsArray());
            session.Put(BudgetStore.Collection(account), name, stored);
        });
        return [];
    }

    private JsonObject List(JsonInput input, CallContext context)
    {
        var (account, name) = (BudgetStore.Account(input, context), input.Required("BudgetName", 100));
        var stored = environment.Store.Read(session => BudgetStore.Require(session, account, name));
        return BudgetStore.Page(input, $"DescribeNotificationsForBudget {account} {name}", "Notifications", Notifications(stored),
            NotificationInput.Identity, notification => notification, maximum: 100);
    }

    private JsonObject ListAll(JsonInput input, CallContext context)
    {
        var account = BudgetStore.Account(input, context);
        return BudgetStore.Page(input, $"DescribeBudgetNotificationsForAccount {account}", "BudgetNotificationsForAccount",
            environment.Store.List(BudgetStore.Collection(account)), item => item.Key, item => new JsonObject
            {
                ["BudgetName"] = item.Key,
                ["Notifications"] = new JsonArray([.. Notifications(item.Value)]),
            }, maximum: 1000);
    }

    private static IEnumerable<JsonObject> Notifications(JsonObject stored) =>
        stored["Notifications"]!.AsArray().Select(each => each!["Notification"]!.DeepClone().AsObject());
}
