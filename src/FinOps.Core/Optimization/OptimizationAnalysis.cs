using FinOps.Core.Costs;
using FinOps.Core.Optimization.Commitments;
using FinOps.Core.Optimization.Decisions;

namespace FinOps.Core.Optimization;

/// <summary>The opportunities of an organization, each resource once.</summary>
public sealed record OptimizationAnalysis
{
    public required DateOnly Today { get; init; }

    /// <summary>Of every total here.</summary>
    public required string Currency { get; init; }

    /// <summary>What lowers usage, the best rank first.</summary>
    public required IReadOnlyList<Opportunity> Usage { get; init; }

    /// <summary>What lowers the price of usage, the best rank first. Never added to <see cref="Usage"/>: what is switched off needs no commitment.</summary>
    public required IReadOnlyList<Opportunity> Purchases { get; init; }

    /// <summary>Opportunities in other currencies; shown, and part of no total.</summary>
    public required IReadOnlyList<Opportunity> OtherCurrencies { get; init; }

    public required DecisionOutcome Decisions { get; init; }

    public required TotalComparison? UsageComparison { get; init; }

    public required TotalComparison? PurchaseComparison { get; init; }

    public required CommitmentFacts? Commitments { get; init; }

    public required Money? MonthlySpend { get; init; }

    public required RankWeights Weights { get; init; }

    public Money UsageTotal => Total(Usage);

    public Money PurchaseTotal => Total(Purchases);

    /// <summary>Part of the spend that <see cref="UsageTotal"/> is.</summary>
    public decimal? UsageShare => MonthlySpend is { } spend && spend.Currency == Currency ? UsageTotal.ShareOf(spend) : null;

    public IReadOnlyList<SavingPart> ByAction => Parts(opportunity => opportunity.Best.Action.ToString());

    public IReadOnlyList<SavingPart> ByOwner => Parts(opportunity => opportunity.Owner.Name);

    public IReadOnlyList<SavingPart> ByAccount => Parts(opportunity => opportunity.Resource.AccountId);

    public IReadOnlyList<SavingPart> ByEffort => [.. Parts(opportunity => opportunity.Best.Effort.ToString()).OrderBy(part => Enum.Parse<Effort>(part.Key))];

    private IReadOnlyList<SavingPart> Parts(Func<Opportunity, string> key) =>
    [
        .. Usage.GroupBy(key, StringComparer.Ordinal)
            .Select(group => new SavingPart(group.Key, Total(group), group.Count()))
            .OrderByDescending(part => part.MonthlySaving.Amount).ThenBy(part => part.Key, StringComparer.Ordinal),
    ];

    private Money Total(IEnumerable<Opportunity> opportunities) => Money.Sum(opportunities.Select(opportunity => opportunity.MonthlySaving), Currency);
}
