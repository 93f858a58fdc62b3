using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Wire;
using Pulumi.Rpc.Values;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>The notifications of one budget, each told apart by its whole condition; the API has no ids for them.</summary>
internal sealed class BudgetNotifications(AwsSession aws, string account, string budget)
{
    public static IReadOnlyList<BudgetNotification> Wanted(PropertyMap inputs) => [.. inputs.ObjectsOf("notifications").Select(BudgetNotification.Of)];

    public async Task<PropertyValue> ReadAsync(CancellationToken cancellationToken)
    {
        var live = new List<PropertyValue>();
        foreach (var notification in (await aws.PagesAsync(AwsApi.Budgets, "DescribeNotificationsForBudget", Input(), "Notifications", cancellationToken)).Select(BudgetNotification.Of))
            live.Add((notification with { Subscribers = await SubscribersAsync(notification, cancellationToken) }).ToProperties());
        return PropertyValue.Of(live);
    }

    public async Task SynchronizeAsync(PropertyMap inputs, CancellationToken cancellationToken)
    {
        var wanted = Wanted(inputs).ToDictionary(notification => notification.Key, StringComparer.Ordinal);
        var present = (await aws.PagesAsync(AwsApi.Budgets, "DescribeNotificationsForBudget", Input(), "Notifications", cancellationToken))
            .Select(BudgetNotification.Of).ToDictionary(notification => notification.Key, StringComparer.Ordinal);

        foreach (var (key, notification) in present)
            if (!wanted.ContainsKey(key))
                await CallAsync("DeleteNotification", cancellationToken, ("Notification", notification.Condition()));
        foreach (var (key, notification) in wanted)
        {
            if (present.ContainsKey(key))
                await SynchronizeSubscribersAsync(notification, cancellationToken);
            else
                await CallAsync("CreateNotification", cancellationToken, ("Notification", notification.Condition()), ("Subscribers", notification.SubscribersJson()));
        }
    }

    /// <summary>New ones first: a notification must keep at least one.</summary>
    private async Task SynchronizeSubscribersAsync(BudgetNotification notification, CancellationToken cancellationToken)
    {
        var present = await SubscribersAsync(notification, cancellationToken);
        foreach (var subscriber in notification.Subscribers.Except(present))
            await CallAsync("CreateSubscriber", cancellationToken, ("Notification", notification.Condition()), ("Subscriber", BudgetNotification.ToJson(subscriber)));
        foreach (var subscriber in present.Except(notification.Subscribers))
            await CallAsync("DeleteSubscriber", cancellationToken, ("Notification", notification.Condition()), ("Subscriber", BudgetNotification.ToJson(subscriber)));
    }

    private async Task<List<(string Type, string Address)>> SubscribersAsync(BudgetNotification notification, CancellationToken cancellationToken)
    {
        var input = Input();
        input["Notification"] = notification.Condition();
        return [.. (await aws.PagesAsync(AwsApi.Budgets, "DescribeSubscribersForNotification", input, "Subscribers", cancellationToken))
            .Select(subscriber => ((string)subscriber["SubscriptionType"]!, (string)subscriber["Address"]!))];
    }

    private Task<JsonObject> CallAsync(string operation, CancellationToken cancellationToken, params (string Name, JsonNode Value)[] members)
    {
        var input = Input();
        foreach (var (name, value) in members)
            input[name] = value;
        return aws.JsonAsync(AwsApi.Budgets, operation, input, cancellationToken);
    }

    private JsonObject Input() => new() { ["AccountId"] = account, ["BudgetName"] = budget };
}
