using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Budgets;

/// <summary>
/// What a budget does beyond telling. Nothing is ever attached or stopped here; an action that waits for approval is PENDING once its threshold
/// is reached, and who approves it sees it succeed.
/// </summary>
internal sealed class ActionOperations(LocalAwsEnvironment environment, BudgetSpend spend)
{
    private const string Member = "Actions";
    private const string Standby = "STANDBY";
    private const string Pending = "PENDING";
    private const string Succeeded = "EXECUTION_SUCCESS";
    private const string Reversed = "REVERSE_SUCCESS";

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("CreateBudgetAction", Create);
        add("UpdateBudgetAction", Update);
        add("DeleteBudgetAction", Delete);
        add("DescribeBudgetAction", Describe);
        add("ExecuteBudgetAction", Execute);
        add("DescribeBudgetActionsForBudget", (input, context) =>
        {
            var (account, name) = Budget(input, context);
            var stored = environment.Store.Read(session => BudgetStore.Require(session, account, name));
            return List(input, $"DescribeBudgetActionsForBudget {account} {name}", Current(stored, context));
        });
        add("DescribeBudgetActionsForAccount", (input, context) =>
        {
            var account = BudgetStore.Account(input, context);
            return List(input, $"DescribeBudgetActionsForAccount {account}", environment.Store.List(BudgetStore.Collection(account)).SelectMany(item => Current(item.Value, context)));
        });
    }

    /// <summary>The action with that id, or null; used for its tags too.</summary>
    public static JsonObject? Find(JsonObject stored, string id) => Actions(stored).OfType<JsonObject>().FirstOrDefault(action => (string?)action["ActionId"] == id);

    private static JsonArray Actions(JsonObject stored)
    {
        if (stored[Member] is not JsonArray actions)
            stored[Member] = actions = [];
        return actions;
    }

    private static JsonObject List(JsonInput input, string scope, IEnumerable<JsonObject> actions) =>
        BudgetStore.Page(input, scope, Member, actions, action => $"{action["BudgetName"]}/{action["ActionId"]}", action => action.DeepClone(), maximum: 100);

    private static (string Account, string Name) Budget(JsonInput input, CallContext context) => (BudgetStore.Account(input, context), input.Required("BudgetName", 100));

    private JsonObject Create(JsonInput input, CallContext context)
    {
        var (account, name) = Budget(input, context);
        var tags = BudgetStore.Tags.FromList(input.Objects("ResourceTags"));
        return environment.Store.Write(session =>
        {
            var stored = BudgetStore.Require(session, account, name);
            var action = ActionInput.Read(input, (JsonObject)stored["Budget"]!);
            var id = NewId(account, name, Actions(stored).Count, context.Now);
            action["ActionId"] = id;
            action["BudgetName"] = name;
            action["Status"] = Standby;
            Actions(stored).Add(action);
            session.Put(BudgetStore.Collection(account), name, stored);
            BudgetStore.Tags.Merge(session, BudgetStore.ActionArn(account, name, id), tags);
            return new JsonObject { ["AccountId"] = account, ["BudgetName"] = name, ["ActionId"] = id };
        });
    }

    private JsonObject Update(JsonInput input, CallContext context) => Change(input, context, (stored, action) =>
    {
        var old = action.DeepClone();
        var changed = ActionInput.Read(input, (JsonObject)stored["Budget"]!, action);
        Actions(stored)[Actions(stored).IndexOf(action)] = changed;
        return new JsonObject { ["OldAction"] = old, ["NewAction"] = changed.DeepClone() };
    });

    private JsonObject Delete(JsonInput input, CallContext context) => Change(input, context, (stored, action) =>
    {
        Actions(stored).Remove(action);
        return new JsonObject { ["Action"] = action.DeepClone() };
    });

    private JsonObject Describe(JsonInput input, CallContext context) =>
        Change(input, context, (stored, action) => new JsonObject { ["Action"] = Current(stored, context).Single(each => (string?)each["ActionId"] == (string?)action["ActionId"]) });

    /// <summary>The stored actions with the status that they have by now.</summary>
    private List<JsonObject> Current(JsonObject stored, CallContext context)
    {
        var budget = stored["Budget"]!.DeepClone().AsObject();
        spend.AddTo(budget, context.Now);
        return [.. Actions(stored).Select(each =>
        {
            var action = each!.DeepClone().AsObject();
            if ((string?)action["Status"] == Standby && (string?)action["ApprovalModel"] == "MANUAL" && ActionThreshold.IsReached(action, budget))
                action["Status"] = Pending;
            return action;
        })];
    }

    private JsonObject Execute(JsonInput input, CallContext context)
    {
        var type = input.OneOf("ExecutionType", "APPROVE_BUDGET_ACTION", "RETRY_BUDGET_ACTION", "REVERSE_BUDGET_ACTION", "RESET_BUDGET_ACTION");
        return Change(input, context, (stored, action) =>
        {
            var status = (string)Current(stored, context).Single(each => (string?)each["ActionId"] == (string?)action["ActionId"])["Status"]!;
            action["Status"] = (type, status) switch
            {
                ("APPROVE_BUDGET_ACTION", Pending) or ("RETRY_BUDGET_ACTION", "EXECUTION_FAILURE") => Succeeded,
                ("REVERSE_BUDGET_ACTION", Succeeded) => Reversed,
                ("RESET_BUDGET_ACTION", Succeeded or Reversed) => Standby,
                _ => throw BudgetsErrors.Make("ResourceLockedException", $"The action is in status {status}, which does not take {type}."),
            };
            return new JsonObject { ["ActionId"] = (string?)action["ActionId"], ["ExecutionType"] = type };
        });
    }

    private JsonObject Change(JsonInput input, CallContext context, Func<JsonObject, JsonObject, JsonObject> change)
    {
        var ((account, name), id) = (Budget(input, context), input.Required("ActionId", 36));
        return environment.Store.Write(session =>
        {
            var stored = BudgetStore.Require(session, account, name);
            var answer = change(stored, Find(stored, id) ?? throw BudgetsErrors.NotFound($"Unable to find the action {id} on budget {name}."));
            session.Put(BudgetStore.Collection(account), name, stored);
            if (Find(stored, id) is null)
                BudgetStore.Tags.Forget(session, BudgetStore.ActionArn(account, name, id));
            answer["AccountId"] = account;
            answer["BudgetName"] = name;
            return answer;
        });
    }

    /// <summary>Shaped as AWS's; the same calls at the same time give the same ids.</summary>
    private static string NewId(string account, string name, int count, DateTimeOffset now) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{account}/{name}/{count}/{now.Ticks}"))).AsSpan(0, 16)).ToString();
}
