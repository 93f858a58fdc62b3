using Amazon.Runtime;

namespace Amazon.TrustedAdvisor.Model;

public class ListOrganizationRecommendationResourcesRequest : AmazonTrustedAdvisorRequest
{
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
    public ResourceStatus? Status { get; set; }
    public ExclusionStatus? ExclusionStatus { get; set; }
    public string? OrganizationRecommendationIdentifier { get; set; }
}

public class ListOrganizationRecommendationResourcesResponse : AmazonWebServiceResponse
{
    public string? NextToken { get; set; }
    public List<OrganizationRecommendationResourceSummary>? OrganizationRecommendationResourceSummaries { get; set; }
}

public class OrganizationRecommendationResourceSummary
{
    public string? Id { get; set; }
    public string? Arn { get; set; }
    public string? AwsResourceId { get; set; }
    public string? RegionCode { get; set; }
    public ResourceStatus? Status { get; set; }
    public Dictionary<string, string>? Metadata { get; set; }
    public ExclusionStatus? ExclusionStatus { get; set; }
    public string? AccountId { get; set; }
    public string? RecommendationArn { get; set; }
}
