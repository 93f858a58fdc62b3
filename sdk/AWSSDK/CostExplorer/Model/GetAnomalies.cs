using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetAnomaliesRequest : AmazonCostExplorerRequest
{
    public string? MonitorArn { get; set; }
    public AnomalyDateInterval? DateInterval { get; set; }
    public AnomalyFeedbackType? Feedback { get; set; }
    public TotalImpactFilter? TotalImpact { get; set; }
    public string? NextPageToken { get; set; }
    public int? MaxResults { get; set; }
}

public class GetAnomaliesResponse : AmazonWebServiceResponse
{
    public List<Anomaly>? Anomalies { get; set; }
    public string? NextPageToken { get; set; }
}

public class AnomalyDateInterval
{
    public string? StartDate { get; set; }
    public string? EndDate { get; set; }
}

public class TotalImpactFilter
{
    public NumericOperator? NumericOperator { get; set; }
    public double? StartValue { get; set; }
    public double? EndValue { get; set; }
}

public class Anomaly
{
    public string? AnomalyId { get; set; }
    public string? AnomalyStartDate { get; set; }
    public string? AnomalyEndDate { get; set; }
    public string? DimensionValue { get; set; }
    public List<RootCause>? RootCauses { get; set; }
    public AnomalyScore? AnomalyScore { get; set; }
    public Impact? Impact { get; set; }
    public string? MonitorArn { get; set; }
    public AnomalyFeedbackType? Feedback { get; set; }
}

public class RootCause
{
    public string? Service { get; set; }
    public string? Region { get; set; }
    public string? LinkedAccount { get; set; }
    public string? LinkedAccountName { get; set; }
    public string? UsageType { get; set; }
    public RootCauseImpact? Impact { get; set; }
}

public class RootCauseImpact
{
    public double? Contribution { get; set; }
}

public class AnomalyScore
{
    public double? MaxScore { get; set; }
    public double? CurrentScore { get; set; }
}

public class Impact
{
    public double? MaxImpact { get; set; }
    public double? TotalImpact { get; set; }
    public double? TotalActualSpend { get; set; }
    public double? TotalExpectedSpend { get; set; }
    public double? TotalImpactPercentage { get; set; }
}
