using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetCostAndUsageRequest : AmazonCostExplorerRequest
{
    public DateInterval? TimePeriod { get; set; }
    public Granularity? Granularity { get; set; }
    public Expression? Filter { get; set; }
    public List<string>? Metrics { get; set; }
    public List<GroupDefinition>? GroupBy { get; set; }
    public string? BillingViewArn { get; set; }
    public string? NextPageToken { get; set; }
}

public class GetCostAndUsageResponse : AmazonWebServiceResponse
{
    public string? NextPageToken { get; set; }
    public List<GroupDefinition>? GroupDefinitions { get; set; }
    public List<ResultByTime>? ResultsByTime { get; set; }
    public List<DimensionValuesWithAttributes>? DimensionValueAttributes { get; set; }
}

public class GroupDefinition
{
    public GroupDefinitionType? Type { get; set; }
    public string? Key { get; set; }
}

public class ResultByTime
{
    public DateInterval? TimePeriod { get; set; }
    public Dictionary<string, MetricValue>? Total { get; set; }
    public List<Group>? Groups { get; set; }
    public bool? Estimated { get; set; }
}

public class Group
{
    public List<string>? Keys { get; set; }
    public Dictionary<string, MetricValue>? Metrics { get; set; }
}

public class DimensionValuesWithAttributes
{
    public string? Value { get; set; }
    public Dictionary<string, string>? Attributes { get; set; }
}
