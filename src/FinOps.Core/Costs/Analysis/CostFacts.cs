using FinOps.Core.Costs.Anomalies;
using FinOps.Core.Costs.Budgets;
using FinOps.Core.Costs.Forecasting;
using FinOps.Core.Costs.Reviews;

namespace FinOps.Core.Costs.Analysis;

/// <summary>Everything that was gathered for one cost report; the analysis needs nothing else and asks nobody.</summary>
public sealed record CostFacts
{
    public required ReportPeriods Periods { get; init; }

    /// <summary>ISO 4217; all amounts are in it.</summary>
    public required string Currency { get; init; }

    /// <summary>The tag key whose value says who owns a cost.</summary>
    public required string AllocationTag { get; init; }

    /// <summary>Resource usage by allocation tag value and account id, of all days of <see cref="ReportPeriods.Compared"/>.</summary>
    public required IReadOnlyList<CostCell> TagByAccount { get; init; }

    /// <summary>Resource usage by allocation tag value and service, of the same days.</summary>
    public required IReadOnlyList<CostCell> TagByService { get; init; }

    /// <summary>Every charge by region and charge type, of all days of <see cref="ReportPeriods.History"/>.</summary>
    public required IReadOnlyList<CostCell> RegionByChargeType { get; init; }

    /// <summary>Resource usage by value of each further tag key and account id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CostCell>> FurtherTags { get; init; } = new Dictionary<string, IReadOnlyList<CostCell>>();

    /// <summary>Resource usage by value of each cost category and account id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CostCell>> Categories { get; init; } = new Dictionary<string, IReadOnlyList<CostCell>>();

    /// <summary>What AWS Cost Anomaly Detection saw.</summary>
    public IReadOnlyList<ReportedAnomaly> ReportedAnomalies { get; init; } = [];

    public IReadOnlyList<BudgetFacts> Budgets { get; init; } = [];

    /// <summary>AWS's own forecast of the rest of the month's usage, when it was asked for.</summary>
    public AwsForecast? AwsForecast { get; init; }

    /// <summary>The review of the last earlier week, when one could be read.</summary>
    public EarlierReview? EarlierReview { get; init; }

    /// <summary>Questions that got no answer in time: their figures are not known, which is not zero.</summary>
    public IReadOnlySet<CostQuestion> Missing { get; init; } = new HashSet<CostQuestion>();

    /// <summary>Account id to name, as far as names are known.</summary>
    public IReadOnlyDictionary<string, string> AccountNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Days that the provider still calls estimated.</summary>
    public IReadOnlySet<DateOnly> EstimatedDays { get; init; } = new HashSet<DateOnly>();
}
