using Amazon.Runtime;

namespace Amazon.TrustedAdvisor.Model;

public class ListChecksRequest : AmazonTrustedAdvisorRequest
{
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
    public RecommendationPillar? Pillar { get; set; }
}

public class ListChecksResponse : AmazonWebServiceResponse
{
    public string? NextToken { get; set; }
    public List<CheckSummary>? CheckSummaries { get; set; }
}

public class CheckSummary
{
    public string? Id { get; set; }
    public string? Arn { get; set; }
    public string? Name { get; set; }
    public List<RecommendationPillar>? Pillars { get; set; }
    public RecommendationSource? Source { get; set; }
    public Dictionary<string, string>? Metadata { get; set; }
}
