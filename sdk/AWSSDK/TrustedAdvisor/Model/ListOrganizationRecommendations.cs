using Amazon.Runtime;

namespace Amazon.TrustedAdvisor.Model;

public class ListOrganizationRecommendationsRequest : AmazonTrustedAdvisorRequest
{
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
    public RecommendationType? Type { get; set; }
    public RecommendationStatus? Status { get; set; }
    public RecommendationPillar? Pillar { get; set; }
    public RecommendationSource? Source { get; set; }
}

public class ListOrganizationRecommendationsResponse : AmazonWebServiceResponse
{
    public string? NextToken { get; set; }
    public List<OrganizationRecommendationSummary>? OrganizationRecommendationSummaries { get; set; }
}

public class OrganizationRecommendationSummary
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
