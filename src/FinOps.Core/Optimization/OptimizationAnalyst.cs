using FinOps.Core.Costs;
using FinOps.Core.Optimization.Decisions;

namespace FinOps.Core.Optimization;

/// <summary>From the advice of all sources to opportunities: merged, decided, the best of each resource chosen, ranked.</summary>
public static class OptimizationAnalyst
{
    public static OptimizationAnalysis Analyse(OptimizationFacts facts, OwnerFinder owners)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(owners);
        var options = OptionMerger.Merge(facts.Advice);
        var outcome = DecisionOutcome.Of(facts.Decisions, options, facts.Today);
        var setAside = outcome.SetAside.Select(each => each.Option.Id).ToHashSet(StringComparer.Ordinal);
        var everything = Choose(options, facts.Weights, owners);
        var standing = Choose([.. options.Where(option => !setAside.Contains(option.Id))], facts.Weights, owners);
        var currency = Currency(standing.Count > 0 ? standing : everything, facts);
        var (usage, purchases) = (Of(standing, purchases: false), Of(standing, purchases: true));
        return new OptimizationAnalysis
        {
            Today = facts.Today,
            Currency = currency,
            Usage = usage,
            Purchases = purchases,
            OtherCurrencies = [.. standing.Where(each => each.MonthlySaving.Currency != currency)],
            Decisions = outcome,
            UsageComparison = Compare(facts.HubTotals?.Usage, usage, Of(everything, purchases: false), currency),
            PurchaseComparison = Compare(facts.HubTotals?.Purchases, purchases, Of(everything, purchases: true), currency),
            Commitments = facts.Commitments,
            MonthlySpend = facts.MonthlySpend,
            Weights = facts.Weights,
        };

        IReadOnlyList<Opportunity> Of(IReadOnlyList<Opportunity> all, bool purchases) =>
            [.. all.Where(each => each.Best.Action.IsPurchase() == purchases && each.MonthlySaving.Currency == currency)];
    }

    /// <summary>What is advised, whatever was decided about it: the ledger follows this.</summary>
    public static IReadOnlyList<Opportunity> Advised(OptimizationFacts facts, OwnerFinder owners)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(owners);
        return Choose(OptionMerger.Merge(facts.Advice), facts.Weights, owners);
    }

    private static IReadOnlyList<Opportunity> Choose(IReadOnlyList<SavingOption> options, RankWeights weights, OwnerFinder owners) =>
    [
        .. options.GroupBy(option => (Family: CommitmentFamily.Of(option), option.MonthlySaving.Currency))
            .Select(group =>
            {
                var ordered = group.OrderByDescending(option => option.MonthlySaving.Amount).ThenBy(option => option.Effort).ThenBy(option => option.Action).ThenBy(option => option.Id, StringComparer.Ordinal).ToList();
                var tags = ordered.Select(option => option.Tags).FirstOrDefault(tags => tags.Count > 0) ?? ordered[0].Tags;
                return new Opportunity(ordered[0], ordered[1..], owners.Find(ordered[0].Resource.AccountId, tags), weights.ScoreOf(ordered[0]));
            })
            .OrderByDescending(each => each.Score).ThenByDescending(each => each.MonthlySaving.Amount).ThenBy(each => each.Id, StringComparer.Ordinal),
    ];

    // The currency in which most is offered; others are never converted.
    private static string Currency(IReadOnlyList<Opportunity> opportunities, OptimizationFacts facts) => opportunities
        .GroupBy(each => each.MonthlySaving.Currency, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.Key).FirstOrDefault() ?? facts.MonthlySpend?.Currency ?? Money.UsDollar;

    private static TotalComparison? Compare(Money? aws, IReadOnlyList<Opportunity> ours, IReadOnlyList<Opportunity> undecided, string currency)
    {
        if (aws is not { } theirs || theirs.Currency != currency)
            return null;
        var total = Sum(ours);
        var elsewhere = Sum(undecided.Where(each => !each.Options.Any(option => option.Sources.Contains(AdviceSource.CostOptimizationHub))));
        var setAside = Sum(undecided) - total;
        return new TotalComparison(theirs, total, elsewhere, setAside, total - (theirs + elsewhere - setAside));

        Money Sum(IEnumerable<Opportunity> all) => Money.Sum(all.Select(each => each.MonthlySaving), currency);
    }
}
