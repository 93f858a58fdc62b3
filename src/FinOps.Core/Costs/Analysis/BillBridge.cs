namespace FinOps.Core.Costs.Analysis;

/// <summary>
/// From usage to the bill: usage, discounts, credits, refunds, tax. Every charge type is in exactly one step, so each of the three views
/// adds up to its own bill.
/// </summary>
public sealed record BillBridge(IReadOnlyList<BridgeRow> Rows, string Currency)
{
    public CostAmounts Total { get; } = Rows.Select(row => row.Amounts).Aggregate(CostAmounts.Zero(Currency), CostAmounts.Add);

    /// <summary>
    /// Covered usage at on-demand prices plus its negation: zero when the plan's usage is counted once. Anything else means that an answer
    /// lacks one of the two.
    /// </summary>
    public required Money DoubleCounted { get; init; }

    /// <summary>The step's amounts; zero when the bill has none.</summary>
    public CostAmounts Of(BridgeStep step) => Rows.FirstOrDefault(row => row.Step == step)?.Amounts ?? CostAmounts.Zero(Currency);

    internal static BillBridge From(IEnumerable<CostCell> charges, string currency)
    {
        var types = charges
            .GroupBy(cell => cell.Second, StringComparer.Ordinal)
            .Select(type => (Name: type.Key, Amounts: type.Select(cell => cell.Amounts).Aggregate(CostAmounts.Zero(currency), CostAmounts.Add)))
            .ToList();
        var rows = types
            .GroupBy(type => StepOf(type.Name))
            .OrderBy(step => step.Key)
            .Select(step => new BridgeRow(
                step.Key,
                step.Select(type => type.Amounts).Aggregate(CostAmounts.Zero(currency), CostAmounts.Add),
                [.. step.Select(type => type.Name).Order(StringComparer.Ordinal)]))
            .ToList();
        return new BillBridge(rows, currency)
        {
            DoubleCounted = Money.Sum(
                types.Where(type => type.Name is RecordTypes.SavingsPlanCoveredUsage or RecordTypes.SavingsPlanNegation).Select(type => type.Amounts.Unblended), currency),
        };
    }

    /// <summary>A charge type that is not known is a fee under its own name: shown, never dropped.</summary>
    internal static BridgeStep StepOf(string chargeType) => chargeType switch
    {
        _ when ResourceUsage.Contains(chargeType) => BridgeStep.Usage,
        RecordTypes.SavingsPlanNegation => BridgeStep.SavingsPlanNegation,
        RecordTypes.SavingsPlanRecurringFee or "SavingsPlanUpfrontFee" or "RIFee" or "Recurring" or "Upfront" => BridgeStep.CommitmentFees,
        RecordTypes.Credit => BridgeStep.Credits,
        RecordTypes.Refund => BridgeStep.Refunds,
        RecordTypes.Tax => BridgeStep.Tax,
        _ when chargeType.Contains("Discount", StringComparison.OrdinalIgnoreCase) => BridgeStep.Discounts,
        _ => BridgeStep.OtherFees,
    };
}
