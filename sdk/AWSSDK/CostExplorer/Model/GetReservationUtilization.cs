using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetReservationUtilizationRequest : AmazonCostExplorerRequest
{
    public DateInterval? TimePeriod { get; set; }
    public List<GroupDefinition>? GroupBy { get; set; }
    public Granularity? Granularity { get; set; }
    public Expression? Filter { get; set; }
    public string? NextPageToken { get; set; }
    public int? MaxResults { get; set; }
}

public class GetReservationUtilizationResponse : AmazonWebServiceResponse
{
    public List<UtilizationByTime>? UtilizationsByTime { get; set; }
    public ReservationAggregates? Total { get; set; }
    public string? NextPageToken { get; set; }
}

public class UtilizationByTime
{
    public DateInterval? TimePeriod { get; set; }
    public List<ReservationUtilizationGroup>? Groups { get; set; }
    public ReservationAggregates? Total { get; set; }
}

public class ReservationUtilizationGroup
{
    public string? Key { get; set; }
    public string? Value { get; set; }
    public Dictionary<string, string>? Attributes { get; set; }
    public ReservationAggregates? Utilization { get; set; }
}

public class ReservationAggregates
{
    public string? UtilizationPercentage { get; set; }
    public string? UtilizationPercentageInUnits { get; set; }
    public string? PurchasedHours { get; set; }
    public string? PurchasedUnits { get; set; }
    public string? TotalActualHours { get; set; }
    public string? TotalActualUnits { get; set; }
    public string? UnusedHours { get; set; }
    public string? UnusedUnits { get; set; }
    public string? OnDemandCostOfRIHoursUsed { get; set; }
    public string? NetRISavings { get; set; }
    public string? TotalPotentialRISavings { get; set; }
    public string? AmortizedUpfrontFee { get; set; }
    public string? AmortizedRecurringFee { get; set; }
    public string? TotalAmortizedFee { get; set; }
    public string? RICostForUnusedHours { get; set; }
    public string? RealizedSavings { get; set; }
    public string? UnrealizedSavings { get; set; }
}
