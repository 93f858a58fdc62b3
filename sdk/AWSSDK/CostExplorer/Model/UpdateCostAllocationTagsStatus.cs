using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class UpdateCostAllocationTagsStatusRequest : AmazonCostExplorerRequest
{
    public List<CostAllocationTagStatusEntry>? CostAllocationTagsStatus { get; set; }
}

public class UpdateCostAllocationTagsStatusResponse : AmazonWebServiceResponse
{
    public List<UpdateCostAllocationTagsStatusError>? Errors { get; set; }
}

public class CostAllocationTagStatusEntry
{
    public string? TagKey { get; set; }
    public CostAllocationTagStatus? Status { get; set; }
}

public class UpdateCostAllocationTagsStatusError
{
    public string? TagKey { get; set; }
    public string? Code { get; set; }
    public string? Message { get; set; }
}
