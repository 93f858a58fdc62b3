using FinOps.Core.Costs.Anomalies;
using FinOps.Core.Costs.Budgets;
using FinOps.Core.Costs.Forecasting;
using FinOps.Core.Costs.Reviews;

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

    /// <summary>Usage by each cost category that was asked for.</summary>
    public required IReadOnlyList<Breakdown> Categories { get; init; }

    public required BillBridge Bridge { get; init; }

    public required MoverGates Gates { get; init; }

    public required IReadOnlyList<Mover> OwnerMovers { get; init; }

    public required IReadOnlyList<Mover> ServiceMovers { get; init; }

    public required IReadOnlyList<Mover> AccountMovers { get; init; }

    /// <summary>The month to date against the same days before: owners, services, accounts, regions and whatever else was asked for, in one list.</summary>
    public required IReadOnlyList<Mover> MonthMovers { get; init; }

    public required IReadOnlyList<DailyCost> Days { get; init; }

    /// <summary>Where the month's usage is going.</summary>
    public required ForecastOutcome Forecast { get; init; }

    /// <summary>What AWS says about the same, when it was asked.</summary>
    public required AwsForecast? AwsForecast { get; init; }

    public required AnomalyList Anomalies { get; init; }

    public required IReadOnlyList<BudgetStatus> Budgets { get; init; }

    public required WeeklyReview Review { get; init; }

    /// <summary>Questions without an answer: what they would have told is not known, which is not zero.</summary>
    public required IReadOnlyList<CostQuestion> Missing { get; init; }

    public required CrossCheck CrossCheck { get; init; }

    public required int EstimatedDays { get; init; }

    public bool KnowsBill => !Missing.Contains(CostQuestion.ChargesByRegion);

    public bool KnowsOwners => !Missing.Contains(CostQuestion.UsageByAccount) || !Missing.Contains(CostQuestion.UsageByService);

    /// <summary>Null when the question about charges got no answer.</summary>
    public Money? BillTotal => KnowsBill ? Bill.Total.Current : null;

    /// <summary>Usage in total, by the best answer there is; each has the same.</summary>
    public BreakdownRow UsageTotals => (!Missing.Contains(CostQuestion.UsageByService) ? Services
        : !Missing.Contains(CostQuestion.UsageByAccount) ? Accounts : Regions).Total;

    public Money UsageTotal => UsageTotals.Current;

    /// <summary>Credits so far this month, as a negative amount.</summary>
    public Money Credits => Bridge.Of(BridgeStep.Credits).Unblended;

    /// <summary>All movers of the week, largest first.</summary>
    public IEnumerable<Mover> WeekMovers() => OwnerMovers.Concat(ServiceMovers).Concat(AccountMovers).OrderByDescending(mover => mover.Change.Abs());
}
