using Amazon.Budgets;
using Amazon.Budgets.Model;
using Amazon.SecurityToken.Model;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Responder.Gathering;
using Action = Amazon.Budgets.Model.Action;

namespace FinOps.Functions.Responder;

/// <summary>What a person does about actions that wait for approval, with rights of their own: no function may execute one.</summary>
public static class BudgetApproval
{
    public const string NotPending = "FIN5146";

    /// <exception cref="ProblemException">FIN5001 to FIN5005.</exception>
    public static async Task<IReadOnlyList<Action>> PendingAsync(ReportClients clients, string budget, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clients);
        return await new BudgetReader(clients, new RequestMeter(), time).PendingActionsAsync(await AccountAsync(clients, cancellationToken).ConfigureAwait(false), budget, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>The action, which AWS now runs.</returns>
    /// <exception cref="ProblemException">FIN5146 it does not wait for approval; FIN5001 to FIN5005.</exception>
    public static async Task<Action> ApproveAsync(ReportClients clients, string budget, string? actionId, TimeProvider time, CancellationToken cancellationToken)
    {
        var pending = await PendingAsync(clients, budget, time, cancellationToken).ConfigureAwait(false);
        var action = pending.FirstOrDefault(each => each.ActionId == actionId) ?? throw new ProblemException([new Problem(
            NotPending, $"the budget {budget}", "action", actionId is null ? "no id" : $"'{actionId}'",
            pending.Count == 0 ? "nothing: no action of this budget waits for approval" : string.Join(", ", pending.Select(each => each.ActionId)), "Look first at what waits: finops run budget-action --budget NAME.")]);
        var account = await AccountAsync(clients, cancellationToken).ConfigureAwait(false);
        await AwsFailure.TranslatingAsync($"budgets:ExecuteBudgetAction on {budget}", clients.Endpoint, () => clients.Budgets.ExecuteBudgetActionAsync(
            new ExecuteBudgetActionRequest { AccountId = account, BudgetName = budget, ActionId = action.ActionId, ExecutionType = ExecutionType.APPROVE_BUDGET_ACTION }, cancellationToken)).ConfigureAwait(false);
        return action;
    }

    private static async Task<string> AccountAsync(ReportClients clients, CancellationToken cancellationToken) =>
        (await AwsFailure.TranslatingAsync("sts:GetCallerIdentity", clients.Endpoint, () => clients.Identity.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken)).ConfigureAwait(false)).Account;
}
