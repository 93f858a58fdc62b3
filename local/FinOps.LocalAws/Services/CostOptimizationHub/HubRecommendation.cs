using System.Globalization;
using System.Text.Json.Nodes;
using FinOps.LocalAws.Services.Recommendations;

namespace FinOps.LocalAws.Services.CostOptimizationHub;

/// <summary>A recommendation as the hub lists it. Numbers are in US dollars a month.</summary>
/// <param name="ResourceId">Null for a purchase, which is of no resource.</param>
internal sealed record HubRecommendation(
    string Id, string AccountId, string Region, string? ResourceId, string? Arn, string CurrentType, string RecommendedType, string Action, decimal Saving, decimal Cost,
    string Effort, bool Restart, bool Rollback, string Current, string Recommended, int Lookback, string Source, IReadOnlyDictionary<string, string> Tags)
{
    public static HubRecommendation Of(SyntheticAdvice advice) => new(
        advice.Id, advice.AccountId, advice.Region, advice.ResourceId, advice.Arn, advice.Kind, advice.Kind, advice.Action, advice.Saving, advice.MonthlyCost,
        advice.Effort, advice.Restart, advice.Rollback, advice.Current, advice.Recommended, AdviceCatalog.LookbackDays, "ComputeOptimizer", advice.Item.Tags);

    /// <summary>Of a resource the largest alone; of the purchases of an account and a family the largest alone.</summary>
    public static IEnumerable<HubRecommendation> Deduplicated(IEnumerable<HubRecommendation> items) => items
        .GroupBy(item => item.Arn is { } arn ? $"{arn} {item.CurrentType}" : $"{item.AccountId} {CommitmentAdvice.Family(item)}", StringComparer.Ordinal)
        .Select(group => group.OrderByDescending(item => item.Saving).ThenBy(item => item.Id, StringComparer.Ordinal).First());

    public string Group(string key) => key switch
    {
        "AccountId" => AccountId,
        "Region" => Region,
        "ActionType" => Action,
        "ResourceType" => CurrentType,
        "RestartNeeded" => Restart ? "true" : "false",
        "RollbackPossible" => Rollback ? "true" : "false",
        _ => Effort,
    };

    public JsonObject Print(DateTimeOffset now)
    {
        var output = new JsonObject
        {
            ["recommendationId"] = Id,
            ["accountId"] = AccountId,
            ["region"] = Region,
            ["currentResourceType"] = CurrentType,
            ["recommendedResourceType"] = RecommendedType,
            ["estimatedMonthlySavings"] = Saving,
            ["estimatedSavingsPercentage"] = Cost == 0 ? 0 : decimal.Round(Saving / Cost * 100, 2),
            ["estimatedMonthlyCost"] = decimal.Round(Cost, 6),
            ["currencyCode"] = "USD",
            ["implementationEffort"] = Effort,
            ["restartNeeded"] = Restart,
            ["actionType"] = Action,
            ["rollbackPossible"] = Rollback,
            ["currentResourceSummary"] = Current,
            ["recommendedResourceSummary"] = Recommended,
            ["lastRefreshTimestamp"] = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).ToUnixTimeSeconds(),
            ["recommendationLookbackPeriodInDays"] = Lookback,
            ["source"] = Source,
        };
        if (ResourceId is not null)
            output["resourceId"] = ResourceId;
        if (Arn is not null)
            output["resourceArn"] = Arn;
        if (Tags.Count > 0)
            output["tags"] = new JsonArray([.. Tags.Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })]);
        return output;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Action} {Arn ?? Id} {Saving}");
}
