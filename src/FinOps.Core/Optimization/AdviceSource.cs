namespace FinOps.Core.Optimization;

/// <summary>Who advises. Where several say the same, the first in this order is believed: it knows the most about discounts.</summary>
public enum AdviceSource
{
    CostOptimizationHub,
    ComputeOptimizer,
    CostExplorer,
    TrustedAdvisor,
}
