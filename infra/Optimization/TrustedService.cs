using System.Collections.Immutable;

namespace FinOps.Infra.Optimization;

/// <summary>A service that a member account can administer for the organization.</summary>
/// <param name="Word">As the config calls it.</param>
/// <param name="Principal">As Organizations calls it.</param>
public sealed record TrustedService(string Word, string Principal)
{
    public static TrustedService CostOptimizationHub { get; } = new("costOptimizationHub", "cost-optimization-hub.bcm.amazonaws.com");

    public static TrustedService ComputeOptimizer { get; } = new("computeOptimizer", "compute-optimizer.amazonaws.com");

    /// <summary>
    /// Those that take a delegated administrator and whose trusted access Organizations itself turns on. Cost Explorer, Budgets and cost
    /// allocation tags take none; stack sets have an activation of their own.
    /// </summary>
    public static ImmutableArray<TrustedService> Delegable { get; } =
    [
        CostOptimizationHub,
        ComputeOptimizer,
        new("config", "config.amazonaws.com"),
        new("configMultiAccountSetup", "config-multiaccountsetup.amazonaws.com"),
        new("resourceExplorer", "resource-explorer-2.amazonaws.com"),
    ];
}
