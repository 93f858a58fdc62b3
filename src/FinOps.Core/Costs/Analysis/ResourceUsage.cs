namespace FinOps.Core.Costs.Analysis;

/// <summary>
/// The charge types that stem from a resource, which somebody could have tagged. Only these are allocated and watched for movement;
/// credits, refunds, tax, support, discounts and the fees of commitments are shown by charge type instead. A list of what is in,
/// not of what is out: a charge type that AWS invents next year then shows up by its own name instead of inside somebody's team.
/// </summary>
public static class ResourceUsage
{
    public static IReadOnlyList<string> ChargeTypes { get; } = ["Usage", "DiscountedUsage", "SavingsPlanCoveredUsage"];

    public static bool Contains(string chargeType) => ChargeTypes.Contains(chargeType, StringComparer.Ordinal);
}
