namespace FinOps.Core.Costs.Analysis;

/// <summary>
/// What the facts say. "Bill" is every charge, unblended, as the invoice will show it; "usage" is the amortized cost of resource usage,
/// which is what can be allocated, watched and estimated.
/// </summary>
public sealed record CostAnalysis
{
    public required ReportPeriods Periods { get; init; }

    public required string Currency { get; init; }

    /// <summary>Every charge by its type, unblended: parts of the bill.</summary>
    public required Breakdown Bill { get; init; }

    /// <summary>The same, after commitments are spread and discounts taken off.</summary>
    public required Breakdown NetAmortizedBill { get; init; }

    public required Allocation Allocation { get; init; }

    /// <summary>Usage by service, account and region; each adds up to the same total.</summary>
    public required Breakdown Services { get; init; }

    public required Breakdown Accounts { get; init; }

    public required Breakdown Regions { get; init; }

    /// <summary>Usage by each further tag key that was asked for.</summary>
    public required IReadOnlyList<Breakdown> FurtherTags { get; init; }

    public required MoverGates Gates { get; init; }

    public required IReadOnlyList<Mover> OwnerMovers { get; init; }

    public required IReadOnlyList<Mover> ServiceMovers { get; init; }

    public required IReadOnlyList<Mover> AccountMovers { get; init; }

    public required IReadOnlyList<DailyCost> Days { get; init; }

    /// <summary>Null when the month is over.</summary>
    public required MonthEstimate? Estimate { get; init; }

    public required CrossCheck CrossCheck { get; init; }

    public required int EstimatedDays { get; init; }

    public Money BillTotal => Bill.Total.Current;

    public Money UsageTotal => Services.Total.Current;

    /// <summary>Credits so far this month, as a negative amount.</summary>
    public Money Credits => OfType("Credit");

    public Money Refunds => OfType("Refund");

    public Money Tax => OfType("Tax");

    private Money OfType(string chargeType) =>
        Money.Sum(Bill.Rows.Where(row => row.Key == chargeType).Select(row => row.Current), Currency);
}
