using System.Text.Json.Nodes;
using FinOps.LocalEngine.Providers.Aws.Reading;
using FinOps.LocalEngine.Providers.Aws.Wire;

namespace FinOps.LocalEngine.Providers.Aws.Resources;

/// <summary>aws:budgets/budgetAction:BudgetAction; its id is <c>account:action:budget</c>.</summary>
internal sealed class BudgetAction(AwsSession aws) : IResourceHandler
{
    private static readonly string[] Members = ["actionThreshold", "actionType", "approvalModel", "definition", "executionRoleArn", "notificationType", "subscribers"];

    public async Task<Applied> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var account = call.Inputs.TextOf("accountId") ?? (await aws.IdentityAsync(cancellationToken)).AccountId;
        var budget = call.Inputs.RequiredText("budgetName");
        var input = Input(account, budget, JsonShape.Plain.Object(call.Inputs, Members));
        if (call.Tags.Count > 0)
            input["ResourceTags"] = JsonShape.Tags(call.Tags);
        var answer = await aws.JsonAsync(AwsApi.Budgets, "CreateBudgetAction", input, cancellationToken);
        return Result(account, (string)answer["ActionId"]!, budget, "STANDBY");
    }

    public async Task<Applied> UpdateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var (account, id, budget) = Split(call.Id);
        var changes = JsonShape.Plain.Object(call.Inputs, Members);
        changes.Remove("ActionType");
        changes["ActionId"] = id;
        var answer = await aws.JsonAsync(AwsApi.Budgets, "UpdateBudgetAction", Input(account, budget, changes), cancellationToken);
        var arn = Arn(account, id, budget);
        if (call.TagsToSet.Count > 0)
            await aws.JsonAsync(AwsApi.Budgets, "TagResource", new JsonObject { ["ResourceARN"] = arn, ["ResourceTags"] = JsonShape.Tags(call.TagsToSet) }, cancellationToken);
        if (call.TagsToRemove.Count > 0)
            await aws.JsonAsync(AwsApi.Budgets, "UntagResource", new JsonObject { ["ResourceARN"] = arn, ["ResourceTagKeys"] = JsonShape.Texts(call.TagsToRemove) }, cancellationToken);
        return Result(account, id, budget, (string?)answer["NewAction"]?["Status"] ?? "STANDBY");
    }

    public async Task DeleteAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var (account, id, budget) = Split(call.Id);
        await aws.JsonAsync(AwsApi.Budgets, "DeleteBudgetAction", Input(account, budget, new JsonObject { ["ActionId"] = id }), cancellationToken).Unless("NotFound");
    }

    public async Task<Applied?> ReadAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var (account, id, budget) = Split(call.Id);
        try
        {
            var answer = await aws.JsonAsync(AwsApi.Budgets, "DescribeBudgetAction", Input(account, budget, new JsonObject { ["ActionId"] = id }), cancellationToken);
            var action = (JsonObject)answer["Action"]!;
            // The status moves with the spend and with approvals: nobody edited anything when it differs.
            return Result(account, id, budget, call.OldOutputs.TextOf("status") ?? (string)action["Status"]!).Reading(
                AnswerReader.Read(call, action, JsonShape.Plain, Members), await aws.BudgetTagsAsync(Arn(account, id, budget), cancellationToken));
        }
        catch (AwsCallException refusal) when (refusal.Is("NotFound"))
        {
            return null;
        }
    }

    private static JsonObject Input(string account, string budget, JsonObject members)
    {
        members["AccountId"] = account;
        members["BudgetName"] = budget;
        return members;
    }

    private static Applied Result(string account, string id, string budget, string status) => Applied.Of(
        $"{account}:{id}:{budget}", ("accountId", account), ("actionId", id), ("arn", Arn(account, id, budget)), ("budgetName", budget), ("status", status));

    private static string Arn(string account, string id, string budget) => $"arn:aws:budgets::{account}:budget/{budget}/action/{id}";

    private static (string Account, string Id, string Budget) Split(string id) => id.Split(':', 3) is [var account, var action, var budget]
        ? (account, action, budget)
        : throw new FormatException($"'{id}' is not account:action:budget.");
}
