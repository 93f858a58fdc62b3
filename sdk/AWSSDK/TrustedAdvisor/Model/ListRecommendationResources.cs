using Amazon.Runtime;

namespace Amazon.TrustedAdvisor.Model;

public class ListRecommendationResourcesRequest : AmazonTrustedAdvisorRequest
{
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
    public ResourceStatus? Status { get; set; }
    public ExclusionStatus? ExclusionStatus { get; set; }
    public string? RecommendationIdentifier { get; set; }
}

public class ListRecommendationResourcesResponse : AmazonWebServiceResponse
{
    public string? NextToken { get; set; }
    public List<RecommendationResourceSummary>? RecommendationResourceSummaries { get; set; }
}

public class RecommendationResourceSummary
{
    public string? Id { get; set; }
    public string? Arn { get; set; }
    public string? AwsResourceId { get; set; }
    public string? RegionCode { get; set; }
    public ResourceStatus? Status { get; set; }
    public Dictionary<string, string>? Metadata { get; set; }
    public ExclusionStatus? ExclusionStatus { get; set; }
    public string? RecommendationArn { get; set; }
}
