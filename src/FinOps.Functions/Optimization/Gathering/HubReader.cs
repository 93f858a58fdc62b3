using Amazon.CostOptimizationHub;
using Amazon.CostOptimizationHub.Model;
using FinOps.Core.Optimization;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>Cost Optimization Hub: every recommendation, those that exclude each other too, and its own de-duplicated totals.</summary>
internal sealed class HubReader(IAmazonCostOptimizationHub hub, RequestMeter meter)
{
    private const AdviceSource Source = AdviceSource.CostOptimizationHub;
    private const string Service = "Cost Optimization Hub";
    private const string Next = "Give the role cost-optimization-hub:ListEnrollmentStatuses, ListRecommendations and ListRecommendationSummaries, in the management account or the hub's delegated administrator.";

    private static readonly ActionType[] Usage = [ActionType.Rightsize, ActionType.Stop, ActionType.Upgrade, ActionType.MigrateToGraviton, ActionType.Delete, ActionType.ScaleIn];
    private static readonly ActionType[] Purchases = [ActionType.PurchaseSavingsPlans, ActionType.PurchaseReservedInstances];

    public async Task<(SourceAnswer Answer, HubTotals? Totals)> ReadAsync(CancellationToken cancellationToken)
    {
        var advice = new List<Advice>();
        var efforts = new SortedSet<string>(StringComparer.Ordinal);
        try
        {
            if (!await IsEnrolledAsync(cancellationToken).ConfigureAwait(false))
            {
                return (SourceAnswer.Nothing(Source, "not enrolled", new Blindspot(
                    "Cost Optimization Hub's recommendations", "the account is not enrolled", "Enrol the organization (finops:optimization enabled, or the hub's preferences); it is free, and takes about a day.")), null);
            }

            await AllPages.ReadAsync(async token =>
            {
                var page = await meter.CountAsync(Service, hub.ListRecommendationsAsync(
                    new ListRecommendationsRequest { IncludeAllRecommendations = true, MaxResults = 1000, NextToken = token }, cancellationToken)).ConfigureAwait(false);
                foreach (var item in page.Items ?? [])
                {
                    if (SavingActions.ParseEffort(item.ImplementationEffort) == Effort.Unknown)
                        efforts.Add(item.ImplementationEffort!);
                    if (Read(item) is { } read)
                        advice.Add(read);
                }

                return page.NextToken;
            }).ConfigureAwait(false);
        }
        catch (Exception failure) when (Failures.IsSurvived(failure))
        {
            return (SourceAnswer.Broken(Source, advice, "Cost Optimization Hub's recommendations", failure, Next), null);
        }

        var (totals, spots) = await TotalsAsync(cancellationToken).ConfigureAwait(false);
        if (efforts.Count > 0)
            spots.Add(new Blindspot($"how much work \"{string.Join("\", \"", efforts)}\" is", "it is none of AWS's five words for effort, so it is weighed like high", "Update the function."));
        return (SourceAnswer.Whole(Source, advice, spots), totals);
    }

    private async Task<bool> IsEnrolledAsync(CancellationToken cancellationToken)
    {
        var page = await meter.CountAsync(Service, hub.ListEnrollmentStatusesAsync(new ListEnrollmentStatusesRequest(), cancellationToken)).ConfigureAwait(false);
        return page.Items?.Any(account => account.Status == EnrollmentStatus.Active) == true;
    }

    private async Task<(HubTotals? Totals, List<Blindspot> NotSeen)> TotalsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (new HubTotals(await TotalAsync(Usage).ConfigureAwait(false), await TotalAsync(Purchases).ConfigureAwait(false)), []);
        }
        catch (Exception failure) when (Failures.IsSurvived(failure))
        {
            return (null, [new Blindspot("AWS's own de-duplicated totals", Failures.Why(failure), Next)]);
        }

        async Task<Core.Costs.Money?> TotalAsync(ActionType[] actions)
        {
            // The total is on every page alike.
            var page = await meter.CountAsync(Service, hub.ListRecommendationSummariesAsync(
                new ListRecommendationSummariesRequest { GroupBy = "ActionType", Filter = new Filter { ActionTypes = [.. actions] } }, cancellationToken)).ConfigureAwait(false);
            return Amounts.Of(page.EstimatedTotalDedupedSavings, page.CurrencyCode);
        }
    }

    private static Advice? Read(Recommendation item)
    {
        if (item.AccountId is not { } account || Amounts.Of(item.EstimatedMonthlySavings, item.CurrencyCode) is not { } saving)
            return null;
        var action = SavingActions.Parse(item.ActionType);
        var named = item.ResourceArn ?? item.ResourceId;
        // What is to be bought has no resource: what it is, and where, is its name.
        var resource = action.IsPurchase() || named is null
            ? new ResourceName(account, item.Region ?? "", item.RecommendedResourceType ?? item.CurrentResourceType ?? "unknown", item.RecommendedResourceSummary ?? "")
            : new ResourceName(account, item.Region ?? ResourceName.RegionOf(named), ResourceTypes.Of(item.CurrentResourceType), ResourceName.IdOf(named));
        return new Advice(Source, item.RecommendationId ?? "", resource, action, saving)
        {
            Arn = item.ResourceArn,
            MonthlyCost = Amounts.Of(item.EstimatedMonthlyCost, item.CurrencyCode),
            Effort = SavingActions.ParseEffort(item.ImplementationEffort),
            RestartNeeded = item.RestartNeeded,
            RollbackPossible = item.RollbackPossible,
            LookbackDays = item.RecommendationLookbackPeriodInDays,
            Current = item.CurrentResourceSummary ?? "",
            Recommended = item.RecommendedResourceSummary ?? "",
            Tags = (item.Tags ?? []).Where(tag => tag.Key is not null).DistinctBy(tag => tag.Key).ToDictionary(tag => tag.Key!, tag => tag.Value ?? "", StringComparer.Ordinal),
        };
    }
}
