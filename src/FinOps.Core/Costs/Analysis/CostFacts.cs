namespace FinOps.Core.Costs.Analysis;

/// <summary>Everything that was gathered for one cost report; the analysis needs nothing else and asks nobody.</summary>
public sealed record CostFacts
{
    public required ReportPeriods Periods { get; init; }

    /// <summary>ISO 4217; all amounts are in it.</summary>
    public required string Currency { get; init; }

    /// <summary>The tag key whose value says who owns a cost.</summary>
    public required string AllocationTag { get; init; }

    /// <summary>Resource usage by allocation tag value and account id.</summary>
    public required IReadOnlyList<CostCell> TagByAccount { get; init; }

    /// <summary>Resource usage by allocation tag value and service.</summary>
    public required IReadOnlyList<CostCell> TagByService { get; init; }

    /// <summary>Every charge by region and charge type.</summary>
    public required IReadOnlyList<CostCell> RegionByChargeType { get; init; }

    /// <summary>Resource usage by value of each further tag key and account id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CostCell>> FurtherTags { get; init; } = new Dictionary<string, IReadOnlyList<CostCell>>();

    /// <summary>Account id to name, as far as names are known.</summary>
    public IReadOnlyDictionary<string, string> AccountNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Days that the provider still calls estimated.</summary>
    public IReadOnlySet<DateOnly> EstimatedDays { get; init; } = new HashSet<DateOnly>();
}
