using FinOps.Core.Compliance.Results;
using FinOps.Functions.Rendering;
using FinOps.Functions.Reports;

namespace FinOps.Functions.Compliance;

/// <summary>Limits that the figures themselves show.</summary>
internal static class ComplianceBlindspots
{
    private const int NamedTypes = 5;

    public static IEnumerable<Blindspot> In(ComplianceResult result)
    {
        if (result.Total.UnknownType.Resources is var unknown and > 0)
        {
            var types = result.Types.Where(row => row.Standing.UnknownType.Resources > 0).OrderByDescending(row => row.Standing.UnknownType.Resources).ToList();
            yield return new Blindspot(
                $"the tags of {Figures.Count(unknown, "resource")} of {Figures.Count(types.Count, "type")}",
                $"nobody knows what the standard calls {string.Join(", ", types.Take(NamedTypes).Select(row => row.Label))}{(types.Count > NamedTypes ? " and others" : "")}",
                "Add the types to live-types.txt; until then they are counted apart, neither compliant nor not.");
        }

        if (result.Spend is { } spend && spend.OnResources < spend.Usage)
        {
            yield return new Blindspot(
                $"on which resources {Figures.Money(spend.Usage - spend.OnResources)} of {Figures.Money(spend.Usage)} usage is",
                "the bill has services and accounts in which no resource with a tag was found, and usage that belongs to no resource",
                "Read the shares by spend as shares of the rest.");
        }
    }
}
