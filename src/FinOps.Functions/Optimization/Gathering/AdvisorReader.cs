using Amazon.TrustedAdvisor.Model;
using FinOps.Core.Optimization;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;
using Pillar = Amazon.TrustedAdvisor.RecommendationPillar;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>
/// Trusted Advisor: the organization's prioritized recommendations and the checks of the function's own account by the newer API; those checks by the
/// older one where the newer refuses. Both need a support plan. Checks of member accounts are what Cost Optimization Hub tells for free.
/// </summary>
internal sealed class AdvisorReader(OptimizationClients clients, RequestMeter meter)
{
    private const AdviceSource Source = AdviceSource.TrustedAdvisor;
    private const string Service = "Trusted Advisor";
    private const string What = "Trusted Advisor's cost checks";
    private const string Next = "Needs a Business, Enterprise On-Ramp or Enterprise support plan, and trustedadvisor:List* or support:DescribeTrustedAdvisor*. Cost Optimization Hub tells nearly all of it without a plan.";
    private const string PlanNext = "Needs an Enterprise support plan, and trustedadvisor:ListOrganizationRecommendations and ListOrganizationRecommendationResources. Without it nothing is lost that Cost Optimization Hub tells.";

    /// <param name="ownAccount">The account whose checks are read; null when unknown.</param>
    public async Task<SourceAnswer> ReadAsync(string? ownAccount, CancellationToken cancellationToken)
    {
        var found = new AdvisorRows();
        Exception refused;
        try
        {
            await NewAsync(found, ownAccount, cancellationToken).ConfigureAwait(false);
            var organization = await OrganizationAsync(found, cancellationToken).ConfigureAwait(false);
            return new SourceAnswer(Source, organization is null ? SourceAnswer.Read : "read; no organization view", found.Advice, true, [.. found.NotSeen, .. organization is null ? (Blindspot[])[] : [organization]]);
        }
        catch (Exception failure) when (Failures.IsSurvived(failure))
        {
            refused = failure;
        }

        if (refused is OperationCanceledException || found.Advice.Count > 0)
            return SourceAnswer.Broken(Source, found.Advice, What, refused, Next);
        try
        {
            await new SupportReader(clients.Support, meter).ReadAsync(found, ownAccount ?? "", cancellationToken).ConfigureAwait(false);
            return SourceAnswer.Whole(Source, found.Advice, found.NotSeen) with { State = "read by the older API" };
        }
        catch (Exception failure) when (Failures.IsSurvived(failure))
        {
            return SourceAnswer.Nothing(
                Source, "no support plan, or denied", new Blindspot(What, $"the newer API: {Failures.Why(refused)}; the older one: {Failures.Why(failure)}", Next), failure);
        }
    }

    private async Task NewAsync(AdvisorRows found, string? ownAccount, CancellationToken cancellationToken)
    {
        await AllPages.ReadAsync(async token =>
        {
            var page = await meter.CountAsync(Service, clients.Advisor.ListChecksAsync(
                new ListChecksRequest { Pillar = Pillar.Cost_optimizing, MaxResults = 200, NextToken = token }, cancellationToken)).ConfigureAwait(false);
            foreach (var check in page.CheckSummaries ?? [])
                found.AddCheck(check.Id ?? "", check.Name ?? "", Ordered(check.Metadata));
            return page.NextToken;
        }).ConfigureAwait(false);

        var recommendations = new List<RecommendationSummary>();
        await AllPages.ReadAsync(async token =>
        {
            var page = await meter.CountAsync(Service, clients.Advisor.ListRecommendationsAsync(
                new ListRecommendationsRequest { Pillar = Pillar.Cost_optimizing, MaxResults = 200, NextToken = token }, cancellationToken)).ConfigureAwait(false);
            recommendations.AddRange(page.RecommendationSummaries ?? []);
            return page.NextToken;
        }).ConfigureAwait(false);

        foreach (var recommendation in recommendations)
        {
            await AllPages.ReadAsync(async token =>
            {
                var page = await meter.CountAsync(Service, clients.Advisor.ListRecommendationResourcesAsync(
                    new ListRecommendationResourcesRequest { RecommendationIdentifier = recommendation.Id, MaxResults = 200, NextToken = token }, cancellationToken)).ConfigureAwait(false);
                foreach (var resource in page.RecommendationResourceSummaries ?? [])
                    if (IsFlagged(resource.Status?.Value, resource.ExclusionStatus?.Value))
                        found.Add(CheckId(recommendation.CheckArn), ownAccount ?? AccountOf(resource.Arn), resource.RegionCode, resource.AwsResourceId, resource.Arn, Ordered(resource.Metadata));
                return page.NextToken;
            }).ConfigureAwait(false);
        }
    }

    /// <returns>What could not be seen; null when all was.</returns>
    private async Task<Blindspot?> OrganizationAsync(AdvisorRows found, CancellationToken cancellationToken)
    {
        try
        {
            var recommendations = new List<OrganizationRecommendationSummary>();
            await AllPages.ReadAsync(async token =>
            {
                var page = await meter.CountAsync(Service, clients.Advisor.ListOrganizationRecommendationsAsync(
                    new ListOrganizationRecommendationsRequest { Pillar = Pillar.Cost_optimizing, MaxResults = 200, NextToken = token }, cancellationToken)).ConfigureAwait(false);
                recommendations.AddRange(page.OrganizationRecommendationSummaries ?? []);
                return page.NextToken;
            }).ConfigureAwait(false);
            foreach (var recommendation in recommendations)
            {
                await AllPages.ReadAsync(async token =>
                {
                    var page = await meter.CountAsync(Service, clients.Advisor.ListOrganizationRecommendationResourcesAsync(
                        new ListOrganizationRecommendationResourcesRequest { OrganizationRecommendationIdentifier = recommendation.Id, MaxResults = 200, NextToken = token }, cancellationToken)).ConfigureAwait(false);
                    foreach (var resource in page.OrganizationRecommendationResourceSummaries ?? [])
                        if (IsFlagged(resource.Status?.Value, resource.ExclusionStatus?.Value))
                            found.Add(CheckId(recommendation.CheckArn), resource.AccountId ?? "", resource.RegionCode, resource.AwsResourceId, resource.Arn, Ordered(resource.Metadata));
                    return page.NextToken;
                }).ConfigureAwait(false);
            }

            return null;
        }
        catch (Exception failure) when (Failures.IsSurvived(failure))
        {
            return new Blindspot("Trusted Advisor's prioritized recommendations of the organization", Failures.Why(failure), PlanNext);
        }
    }

    private static bool IsFlagged(string? status, string? exclusion) => status != "ok" && exclusion != "excluded";

    private static string CheckId(string? checkArn) => checkArn is null ? "" : checkArn[(checkArn.LastIndexOf('/') + 1)..];

    private static string AccountOf(string? arn) => arn?.Split(':') is [_, _, _, _, var account, ..] ? account : "";

    /// <summary>Metadata comes by number: <c>{"0": "us-east-1a", "1": "i-0abc"}</c>.</summary>
    private static List<string> Ordered(Dictionary<string, string>? numbered) =>
        [.. (numbered ?? []).OrderBy(pair => int.TryParse(pair.Key, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue).Select(pair => pair.Value)];
}
