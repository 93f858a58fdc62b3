using FinOps.Core.Costs;

namespace FinOps.Core.Optimization.Ledger;

/// <summary>Cost of single resources by day, for the resources that were asked for. No row is no cost; a resource that was not asked for is unknown.</summary>
/// <param name="Days">The days that the answer covers.</param>
/// <param name="Asked">Names, as entries have them.</param>
public sealed record ResourceCosts(DateRange Days, IReadOnlySet<ResourceName> Asked, IReadOnlyDictionary<(ResourceName Resource, DateOnly Day), Money> Costs, string Currency)
{
    /// <summary>The mean of a day; null unless the whole range was answered for the resource.</summary>
    public Money? MeanOf(ResourceName resource, DateRange days) =>
        !Asked.Contains(resource) || days.Start < Days.Start || days.End > Days.End || days.Days == 0
            ? null
            : Money.Sum(days.EachDay().Select(day => Costs.GetValueOrDefault((resource, day), Money.Zero(Currency))), Currency) / days.Days;
}
