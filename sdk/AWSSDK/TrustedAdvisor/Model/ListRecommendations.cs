using Amazon.Runtime;

namespace Amazon.TrustedAdvisor.Model;

public class ListRecommendationsRequest : AmazonTrustedAdvisorRequest
{
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
    public RecommendationType? Type { get; set; }
    public RecommendationStatus? Status { get; set; }
    public RecommendationPillar? Pillar { get; set; }
    public RecommendationSource? Source { get; set; }
}

public class ListRecommendationsResponse : AmazonWebServiceResponse
{
    public string? NextToken { get; set; }
    public List<RecommendationSummary>? RecommendationSummaries { get; set; }
}

public class RecommendationSummary
{
    public string? Id { get; set; }
    public RecommendationType? Type { get; set; }
    public string? CheckArn { get; set; }
    public RecommendationStatus? Status { get; set; }
    public RecommendationLifecycleStage? LifecycleStage { get; set; }
    public List<RecommendationPillar>? Pillars { get; set; }
    public RecommendationSource? Source { get; set; }
    public List<string>? AwsServices { get; set; }
    public string? Name { get; set; }
    public RecommendationResourcesAggregates? ResourcesAggregates { get; set; }
    public RecommendationPillarSpecificAggregates? PillarSpecificAggregates { get; set; }
    public string? Arn { get; set; }
}

public class RecommendationResourcesAggregates
{
    public long? OkCount { get; set; }
    public long? WarningCount { get; set; }
    public long? ErrorCount { get; set; }
    public long? ExcludedCount { get; set; }
}

public class RecommendationPillarSpecificAggregates
{
    public RecommendationCostOptimizingAggregates? CostOptimizing { get; set; }
}

public class RecommendationCostOptimizingAggregates
{
    public double? EstimatedMonthlySavings { get; set; }
    public double? EstimatedPercentMonthlySavings { get; set; }
}
