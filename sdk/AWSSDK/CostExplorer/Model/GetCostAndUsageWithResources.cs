using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetCostAndUsageWithResourcesRequest : AmazonCostExplorerRequest
{
    public DateInterval? TimePeriod { get; set; }
    public Granularity? Granularity { get; set; }
    public Expression? Filter { get; set; }
    public List<string>? Metrics { get; set; }
    public List<GroupDefinition>? GroupBy { get; set; }
    public string? BillingViewArn { get; set; }
    public string? NextPageToken { get; set; }
}

public class GetCostAndUsageWithResourcesResponse : AmazonWebServiceResponse
{
    public string? NextPageToken { get; set; }
    public List<GroupDefinition>? GroupDefinitions { get; set; }
    public List<ResultByTime>? ResultsByTime { get; set; }
    public List<DimensionValuesWithAttributes>? DimensionValueAttributes { get; set; }
}
