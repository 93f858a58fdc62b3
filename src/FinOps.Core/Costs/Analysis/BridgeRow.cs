namespace FinOps.Core.Costs.Analysis;

/// <summary>One step of the bridge, month to date.</summary>
/// <param name="ChargeTypes">The charge types of the bill that are in it.</param>
public sealed record BridgeRow(BridgeStep Step, CostAmounts Amounts, IReadOnlyList<string> ChargeTypes);
