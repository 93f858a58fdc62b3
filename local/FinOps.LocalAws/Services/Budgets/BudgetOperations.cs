using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Budgets;

/// <summary>Budgets themselves.</summary>
internal sealed class BudgetOperations(LocalAwsEnvironment environment, BudgetSpend spend)
{
    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("CreateBudget", Create);
        add("UpdateBudget", Update);
        add("DeleteBudget", Delete);
        add("DescribeBudget", Describe);
        add("DescribeBudgets", List);
    }

    private JsonObject Create(JsonInput input, CallContext context)
    {
        var account = BudgetStore.Account(input, context);
        var budget = BudgetInput.Read(input.Object("Budget"), spend.Today);
        var name = (string)budget["BudgetName"]!;
        budget["LastUpdatedTime"] = context.Now.ToUnixTimeSeconds();
        var tags = BudgetStore.Tags.FromList(input.Objects("ResourceTags"));
        var notifications = new JsonArray();
        foreach (var each in input.Objects("NotificationsWithSubscribers"))
            NotificationInput.Add(notifications, NotificationInput.Read(each.Object("Notification"), budget), SubscriberInput.ReadAll(each));
        environment.Store.Write(session =>
        {
            if (!session.Add(BudgetStore.Collection(account), name, new JsonObject { ["Budget"] = budget, ["Notifications"] = notifications }))
                throw BudgetsErrors.Duplicate($"Error creating budget: {name} - the budget already exists.");
            BudgetStore.Tags.Merge(session, BudgetStore.Arn(account, name), tags);
        });
        return [];
    }

    private JsonObject Update(JsonInput input, CallContext context)
    {
        var account = BudgetStore.Account(input, context);
        var budget = BudgetInput.Read(input.Object("NewBudget"), spend.Today);
        var name = (string)budget["BudgetName"]!;
        budget["LastUpdatedTime"] = context.Now.ToUnixTimeSeconds();
        environment.Store.Write(session =>
        {
            var stored = BudgetStore.Require(session, account, name);
            stored["Budget"] = budget;
            session.Put(BudgetStore.Collection(account), name, stored);
        });
        return [];
    }

    private JsonObject Delete(JsonInput input, CallContext context)
    {
        var (account, name) = (BudgetStore.Account(input, context), input.Required("BudgetName", 100));
        environment.Store.Write(session =>
        {
            if (!session.Delete(BudgetStore.Collection(account), name))
                throw BudgetsErrors.BudgetNotFound(account, name);
            BudgetStore.Tags.Forget(session, BudgetStore.Arn(account, name));
        });
        return [];
    }

    private JsonObject Describe(JsonInput input, CallContext context)
    {
        var (account, name) = (BudgetStore.Account(input, context), input.Required("BudgetName", 100));
        var budget = environment.Store.Read(session => BudgetStore.Require(session, account, name)["Budget"]!.DeepClone().AsObject());
        return new JsonObject { ["Budget"] = Print(budget, context) };
    }

    private JsonObject List(JsonInput input, CallContext context)
    {
        var account = BudgetStore.Account(input, context);
        return BudgetStore.Page(input, $"DescribeBudgets {account}", "Budgets", environment.Store.List(BudgetStore.Collection(account)),
            item => item.Key, item => Print(item.Value["Budget"]!.DeepClone().AsObject(), context), maximum: 1000);
    }

    private JsonObject Print(JsonObject budget, CallContext context)
    {
        spend.AddTo(budget, context.Now);
        return budget;
    }
}
