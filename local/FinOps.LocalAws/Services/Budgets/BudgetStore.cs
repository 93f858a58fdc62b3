using System.Text.Json.Nodes;
using FinOps.LocalAws.Services.Tagging;
using FinOps.LocalAws.Storage;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Budgets;

/// <summary>
/// Where budgets are kept: one document each, by account and name, shaped
/// <c>{ Budget, Notifications: [ { Notification, Subscribers } ], Actions: [ Action ] }</c>.
/// </summary>
internal static class BudgetStore
{
    public static readonly TagStore Tags = new("budgets", BudgetsErrors.Invalid,
        message => BudgetsErrors.Make("ServiceQuotaExceededException", message));

    public static string Collection(string account) => $"budgets/{account}";

    public static string Arn(string account, string name) => $"arn:aws:budgets::{account}:budget/{name}";

    public static string ActionArn(string account, string name, string action) => $"{Arn(account, name)}/action/{action}";

    /// <summary>The caller's account, which every call must repeat.</summary>
    /// <exception cref="AwsError">AccessDeniedException for another account.</exception>
    public static string Account(JsonInput input, CallContext context)
    {
        var account = input.Required("AccountId", 12);
        return account == context.AccountId
            ? account
            : throw BudgetsErrors.Make("AccessDeniedException", $"User: {context.Caller.Arn} is not authorized to perform: budgets:ViewBudget on account {account}");
    }

    public static JsonObject Require(StoreSession session, string account, string name) =>
        session.Get(Collection(account), name) ?? throw BudgetsErrors.BudgetNotFound(account, name);

    /// <summary>One page of a list, with MaxResults up to the API's maximum.</summary>
    public static JsonObject Page<T>(JsonInput input, string scope, string member, IEnumerable<T> items, Func<T, string> key, Func<T, JsonNode> print, int maximum)
    {
        var (page, next) = Pager.Page(items, key, scope, input.Optional("NextToken"),
            input.Integer("MaxResults", Math.Min(100, maximum), 1, maximum), BudgetsErrors.InvalidToken);
        var output = new JsonObject { [member] = new JsonArray([.. page.Select(print)]) };
        if (next is not null)
            output["NextToken"] = next;
        return output;
    }
}
