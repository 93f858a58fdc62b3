using Amazon.Runtime;

namespace Amazon.CostOptimizationHub.Model;

public class ListRecommendationSummariesRequest : AmazonCostOptimizationHubRequest
{
    public Filter? Filter { get; set; }
    public string? GroupBy { get; set; }
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
}

public class ListRecommendationSummariesResponse : AmazonWebServiceResponse
{
    public double? EstimatedTotalDedupedSavings { get; set; }
    public List<RecommendationSummary>? Items { get; set; }
    public string? GroupBy { get; set; }
    public string? CurrencyCode { get; set; }
    public string? NextToken { get; set; }
}

public class RecommendationSummary
{
    public string? Group { get; set; }
    public double? EstimatedMonthlySavings { get; set; }
    public int? RecommendationCount { get; set; }
}
