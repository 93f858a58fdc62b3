using FinOps.Core.Problems;

namespace FinOps.Functions.Costs.Gathering;

/// <summary>An answer that came with status 200 but makes no sense. A report must not be guessed from it.</summary>
internal static class Unreadable
{
    public const string Id = "FIN5006";

    public static ProblemException Problem(string endpoint, string found, string allowed) => new([new Problem(
        Id, endpoint, "GetCostAndUsage", found, allowed, "Run the report again; if it stays, check what answers at this endpoint.")]);
}
