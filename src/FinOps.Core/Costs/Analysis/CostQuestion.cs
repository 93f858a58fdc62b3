namespace FinOps.Core.Costs.Analysis;

/// <summary>The three questions that every report asks.</summary>
public enum CostQuestion
{
    UsageByAccount,
    UsageByService,
    ChargesByRegion,
}
