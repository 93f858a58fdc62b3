using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class ListCostAllocationTagsRequest : AmazonCostExplorerRequest
{
    public CostAllocationTagStatus? Status { get; set; }
    public List<string>? TagKeys { get; set; }
    public CostAllocationTagType? Type { get; set; }
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
}

public class ListCostAllocationTagsResponse : AmazonWebServiceResponse
{
    public List<CostAllocationTag>? CostAllocationTags { get; set; }
    public string? NextToken { get; set; }
}

public class CostAllocationTag
{
    public string? TagKey { get; set; }
    public CostAllocationTagType? Type { get; set; }
    public CostAllocationTagStatus? Status { get; set; }
    public string? LastUpdatedDate { get; set; }
    public string? LastUsedDate { get; set; }
}
