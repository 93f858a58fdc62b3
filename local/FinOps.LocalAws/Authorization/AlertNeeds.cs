using FinOps.LocalAws.Services.Ssm;

namespace FinOps.LocalAws.Authorization;

/// <summary>What IAM evaluates for the operations around alerts: publishing them, who owns what they are about, what a budget then does, and the secrets of chats.</summary>
internal static class AlertNeeds
{
    private const string Budget = "arn:aws:budgets::{account}:budget/{BudgetName}";

    public static IEnumerable<KeyValuePair<(string Service, string Operation), Func<CallFacts, IEnumerable<AccessNeed>>>> Rules { get; } =
    [
        new(("sns", "Publish"), facts => [new AccessNeed("sns:Publish", facts.Fill("{TopicArn}"))]),
        new(("ssm", "GetParameter"), GetParameter),
        new(("organizations", "ListTagsForResource"), facts => [new AccessNeed("organizations:ListTagsForResource", Member(facts))]),
        new(("budgets", "DescribeBudgetActionsForBudget"), facts => [new AccessNeed("budgets:DescribeBudgetActionsForBudget", facts.Fill(Budget))]),
        new(("budgets", "DescribeBudgetAction"), facts => [new AccessNeed("budgets:DescribeBudgetAction", facts.Fill(Budget + "/action/{ActionId}"))]),
        new(("budgets", "ExecuteBudgetAction"), facts => [new AccessNeed("budgets:ExecuteBudgetAction", facts.Fill(Budget + "/action/{ActionId}"))]),
    ];

    private static string Member(CallFacts facts)
    {
        var id = facts.Input("ResourceId") ?? "*";
        var kind = id.StartsWith("r-", StringComparison.Ordinal) ? "root" : id.StartsWith("ou-", StringComparison.Ordinal) ? "ou" : id.StartsWith("p-", StringComparison.Ordinal) ? "policy" : "account";
        return facts.Fill($"arn:aws:organizations::{facts.Environment.ManagementAccountId}:{kind}/{facts.Environment.Organization.Id}/{id}");
    }

    /// <summary>Reading a secure string in clear takes its key besides, when that is a customer's.</summary>
    private static IEnumerable<AccessNeed> GetParameter(CallFacts facts)
    {
        var name = facts.Input("Name") ?? "*";
        yield return new AccessNeed("ssm:GetParameter", ParameterStore.Arn(facts.Context, name));
        if (facts.Environment.Store.Get(ParameterStore.Collection(facts.Context), name)?["KeyId"]?.GetValue<string>() is { } key && key.StartsWith("arn:", StringComparison.Ordinal))
            yield return new AccessNeed("kms:Decrypt", key, ("kms:ViaService", facts.Fill("ssm.{region}.amazonaws.com")));
    }
}
