using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetReservationCoverageRequest : AmazonCostExplorerRequest
{
    public DateInterval? TimePeriod { get; set; }
    public List<GroupDefinition>? GroupBy { get; set; }
    public Granularity? Granularity { get; set; }
    public Expression? Filter { get; set; }
    public List<string>? Metrics { get; set; }
    public string? NextPageToken { get; set; }
    public int? MaxResults { get; set; }
}

public class GetReservationCoverageResponse : AmazonWebServiceResponse
{
    public List<CoverageByTime>? CoveragesByTime { get; set; }
    public Coverage? Total { get; set; }
    public string? NextPageToken { get; set; }
}

public class CoverageByTime
{
    public DateInterval? TimePeriod { get; set; }
    public List<ReservationCoverageGroup>? Groups { get; set; }
    public Coverage? Total { get; set; }
}

public class ReservationCoverageGroup
{
    public Dictionary<string, string>? Attributes { get; set; }
    public Coverage? Coverage { get; set; }
}

public class Coverage
{
    public CoverageHours? CoverageHours { get; set; }
    public CoverageNormalizedUnits? CoverageNormalizedUnits { get; set; }
    public CoverageCost? CoverageCost { get; set; }
}

public class CoverageHours
{
    public string? OnDemandHours { get; set; }
    public string? ReservedHours { get; set; }
    public string? TotalRunningHours { get; set; }
    public string? CoverageHoursPercentage { get; set; }
}

public class CoverageNormalizedUnits
{
    public string? OnDemandNormalizedUnits { get; set; }
    public string? ReservedNormalizedUnits { get; set; }
    public string? TotalRunningNormalizedUnits { get; set; }
    public string? CoverageNormalizedUnitsPercentage { get; set; }
}

public class CoverageCost
{
    public string? OnDemandCost { get; set; }
}
