using Amazon.SecurityToken.Model;
using FinOps.Core.Costs;
using FinOps.Core.Optimization;
using FinOps.Core.Problems;
using FinOps.Functions.Aws;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Optimization.Gathering;

/// <summary>Asks every source. Each may refuse, be switched off or run out of time: the others still tell what they know, and the report says what is missing.</summary>
internal static class OptimizationGathering
{
    /// <exception cref="ProblemException">FIN5001 to FIN5005: not one request was answered.</exception>
    public static async Task<Gathered> GatherAsync(OptimizationClients clients, RequestMeter meter, OptimizationOptions options, string tag, DateOnly today, CancellationToken cancellationToken)
    {
        var asking = (
            Hub: new HubReader(clients.Hub, meter).ReadAsync(cancellationToken),
            Rightsizing: new RightsizingReader(clients.CostExplorer, meter).ReadAsync(cancellationToken),
            Spend: new SpendReader(clients.CostExplorer, meter).ReadAsync(today, cancellationToken),
            Advisor: AdvisorAsync(clients, meter, cancellationToken));
        var (spend, noSpend) = await asking.Spend.ConfigureAwait(false);
        var commitments = new CommitmentReader(clients.CostExplorer, meter).ReadAsync(BillingMonth.Containing(today).Previous, spend?.Total.Currency ?? Money.UsDollar, cancellationToken);
        var (hub, totals) = await asking.Hub.ConfigureAwait(false);
        var places = spend?.Places ?? [.. hub.Advice.Select(advice => new Place(advice.Resource.AccountId, advice.Resource.Region)).Where(place => place.Region.Contains('-', StringComparison.Ordinal)).Distinct()];
        var optimizer = options.OptimizerPlaces == 0 ? null : await new OptimizerReader(clients, meter).ReadAsync(places, options.OptimizerPlaces, cancellationToken).ConfigureAwait(false);
        var (facts, noCommitments) = await commitments.ConfigureAwait(false);
        SourceAnswer[] sources = [hub, .. optimizer is null ? (SourceAnswer[])[] : [optimizer], await asking.Rightsizing.ConfigureAwait(false), await asking.Advisor.ConfigureAwait(false)];
        if (meter.Requests.Count == 0)
            throw AwsFailure.Problem("cost-optimization-hub:ListRecommendations", clients.Endpoint, sources.Select(source => source.Failure).OfType<Exception>().FirstOrDefault() ?? new OperationCanceledException("no time was left"));
        var names = spend?.AccountNames ?? new Dictionary<string, string>(StringComparer.Ordinal);
        var (accounts, noTags) = await new OwnerReader(clients.Organizations, meter).ReadAsync(Unowned(sources, options, tag), names, cancellationToken).ConfigureAwait(false);
        return new Gathered(sources, totals, spend, facts, accounts, [.. sources.SelectMany(source => source.NotSeen), .. NotAsked(places, options, hub), .. noSpend, .. noCommitments, .. noTags]);
    }

    private static async Task<SourceAnswer> AdvisorAsync(OptimizationClients clients, RequestMeter meter, CancellationToken cancellationToken)
    {
        string? own = null;
        try
        {
            own = (await meter.CountAsync("STS", clients.Identity.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken)).ConfigureAwait(false)).Account;
        }
        catch (Exception failure) when (Failures.IsSurvived(failure))
        {
            // Findings name their account in the newer API; only the older one needs to know whose they are.
        }

        return await new AdvisorReader(clients, meter).ReadAsync(own, cancellationToken).ConfigureAwait(false);
    }

    private static IReadOnlyCollection<string> Unowned(IEnumerable<SourceAnswer> sources, OptimizationOptions options, string tag)
    {
        var finder = new OwnerFinder(options.Standard, tag, new Dictionary<string, AccountFacts>());
        return [.. sources.SelectMany(source => source.Advice).Where(advice => finder.Find(advice.Resource.AccountId, advice.Tags).Source == OwnerSource.None)
            .Select(advice => advice.Resource.AccountId).Where(account => account.Length > 0).Distinct().Order(StringComparer.Ordinal)];
    }

    // Where the hub was read, it holds what Compute Optimizer found in the rest.
    private static IEnumerable<Blindspot> NotAsked(IReadOnlyList<Place> places, OptimizationOptions options, SourceAnswer hub)
    {
        if (!hub.IsComplete && options.OptimizerPlaces > 0 && places.Count > options.OptimizerPlaces)
        {
            yield return new Blindspot(
                $"Compute Optimizer's findings in {places.Count - options.OptimizerPlaces} of {places.Count} places (an account and a region)", $"only the {options.OptimizerPlaces} most expensive are asked",
                "Enrol in Cost Optimization Hub, which tells them all in one list, or raise optimizerPlaces.");
        }
    }
}
