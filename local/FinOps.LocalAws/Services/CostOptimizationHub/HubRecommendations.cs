using System.Text.Json.Nodes;
using FinOps.Core.Organization.Synthetic;
using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Services.Recommendations;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.CostOptimizationHub;

/// <summary>
/// What the hub recommends. Without <c>includeAllRecommendations</c> a resource has one recommendation, the largest; the summaries' de-duplicated
/// total counts that one alone.
/// </summary>
internal sealed class HubRecommendations(LocalAwsEnvironment environment, AdviceCatalog catalog)
{
    private static readonly GappedPage Page = new(1000);
    private static readonly string[] GroupKeys = ["AccountId", "Region", "ActionType", "ResourceType", "RestartNeeded", "RollbackPossible", "ImplementationEffort"];

    private readonly Lazy<IReadOnlyList<HubRecommendation>> _all = new(() => [.. catalog.All.Select(HubRecommendation.Of), .. CommitmentAdvice.Of(environment)]);

    public void Register(Action<string, Func<JsonInput, CallContext, JsonNode>> add)
    {
        add("ListRecommendations", List);
        add("ListRecommendationSummaries", Summarize);
    }

    private JsonObject List(JsonInput input, CallContext context)
    {
        var (visible, scope) = Visible(input, context);
        var all = input.Flag("includeAllRecommendations");
        return Page.Of(
            input, $"ListRecommendations {context.AccountId} {all} {scope}", "items", all ? visible : HubRecommendation.Deduplicated(visible), item => item.Id,
            item => item.Print(context.Now));
    }

    private JsonObject Summarize(JsonInput input, CallContext context)
    {
        var by = input.OneOf("groupBy", GroupKeys);
        var (visible, scope) = Visible(input, context);
        var groups = visible.GroupBy(item => item.Group(by), StringComparer.Ordinal).ToList();
        var output = Page.Of(
            input, $"ListRecommendationSummaries {context.AccountId} {by} {scope}", "items", groups, group => group.Key, group => new JsonObject
            {
                ["group"] = group.Key,
                ["estimatedMonthlySavings"] = HubRecommendation.Deduplicated(group).Sum(item => item.Saving),
                ["recommendationCount"] = group.Count(),
            });
        output["groupBy"] = by;
        output["currencyCode"] = "USD";
        output["estimatedTotalDedupedSavings"] = HubRecommendation.Deduplicated(visible).Sum(item => item.Saving);
        return output;
    }

    private (IReadOnlyList<HubRecommendation> Items, string Scope) Visible(JsonInput input, CallContext context)
    {
        var enrolled = environment.Store.Read(session => environment.Organization.Accounts
            .Where(account => account.State == SyntheticAccountState.Active && HubEnrollment.IsActive(session, account.Id, environment.ManagementAccountId))
            .Select(account => account.Id).ToHashSet(StringComparer.Ordinal));
        if (!enrolled.Contains(context.AccountId))
            throw HubErrors.NotEnrolled();
        var isManagement = context.AccountId == environment.ManagementAccountId;
        var filter = input.OptionalObject("filter");
        var (accounts, regions, actions) = (Set("accountIds"), Set("regions"), Set("actionTypes"));
        return ([.. _all.Value.Where(item => enrolled.Contains(item.AccountId)
            && (isManagement || item.AccountId == context.AccountId)
            && (accounts.Count == 0 || accounts.Contains(item.AccountId))
            && (regions.Count == 0 || regions.Contains(item.Region))
            && (actions.Count == 0 || actions.Contains(item.Action)))], filter?.Body.ToJsonString() ?? "");

        HashSet<string> Set(string name) => (filter?.Strings(name) ?? []).ToHashSet(StringComparer.Ordinal);
    }
}
