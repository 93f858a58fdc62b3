using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class StartCostAllocationTagBackfillRequest : AmazonCostExplorerRequest
{
    public string? BackfillFrom { get; set; }
}

public class StartCostAllocationTagBackfillResponse : AmazonWebServiceResponse
{
    public CostAllocationTagBackfillRequest? BackfillRequest { get; set; }
}

public class CostAllocationTagBackfillRequest
{
    public string? BackfillFrom { get; set; }
    public string? RequestedAt { get; set; }
    public string? CompletedAt { get; set; }
    public CostAllocationTagBackfillStatus? BackfillStatus { get; set; }
    public string? LastUpdatedAt { get; set; }
}
