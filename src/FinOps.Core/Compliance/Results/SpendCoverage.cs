using FinOps.Core.Costs;

namespace FinOps.Core.Compliance.Results;

/// <summary>Which part of the bill the dollars in the report are.</summary>
/// <param name="Source">Where they come from and what in them is estimated.</param>
/// <param name="Usage">All usage of the organization in these days.</param>
/// <param name="OnResources">What of it is on resources that were found.</param>
/// <param name="Exact">What of that the bill itself puts on single resources.</param>
public sealed record SpendCoverage(DateRange Days, string Source, Money Usage, Money OnResources, Money Exact)
{
    public decimal? Share => OnResources.ShareOf(Usage);
}
