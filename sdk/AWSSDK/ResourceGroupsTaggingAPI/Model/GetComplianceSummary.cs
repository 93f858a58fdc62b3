using Amazon.Runtime;

namespace Amazon.ResourceGroupsTaggingAPI.Model;

public class GetComplianceSummaryRequest : AmazonResourceGroupsTaggingAPIRequest
{
    public List<string>? TargetIdFilters { get; set; }
    public List<string>? RegionFilters { get; set; }
    public List<string>? ResourceTypeFilters { get; set; }
    public List<string>? TagKeyFilters { get; set; }
    public List<string>? GroupBy { get; set; }
    public int? MaxResults { get; set; }
    public string? PaginationToken { get; set; }
}

public class GetComplianceSummaryResponse : AmazonWebServiceResponse
{
    public List<Summary>? SummaryList { get; set; }
    public string? PaginationToken { get; set; }
}

public class Summary
{
    public string? LastUpdated { get; set; }
    public string? TargetId { get; set; }
    public TargetIdType? TargetIdType { get; set; }
    public string? Region { get; set; }
    public string? ResourceType { get; set; }
    public long? NonCompliantResources { get; set; }
}
