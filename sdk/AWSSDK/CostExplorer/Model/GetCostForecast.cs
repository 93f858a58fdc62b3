using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetCostForecastRequest : AmazonCostExplorerRequest
{
    public DateInterval? TimePeriod { get; set; }
    public Metric? Metric { get; set; }
    public Granularity? Granularity { get; set; }
    public Expression? Filter { get; set; }
    public string? BillingViewArn { get; set; }
    public int? PredictionIntervalLevel { get; set; }
}

public class GetCostForecastResponse : AmazonWebServiceResponse
{
    public MetricValue? Total { get; set; }
    public List<ForecastResult>? ForecastResultsByTime { get; set; }
}

public class ForecastResult
{
    public DateInterval? TimePeriod { get; set; }
    public string? MeanValue { get; set; }
    public string? PredictionIntervalLowerBound { get; set; }
    public string? PredictionIntervalUpperBound { get; set; }
}
