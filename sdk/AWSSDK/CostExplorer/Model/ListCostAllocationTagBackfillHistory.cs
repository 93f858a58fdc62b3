using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class ListCostAllocationTagBackfillHistoryRequest : AmazonCostExplorerRequest
{
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
}

public class ListCostAllocationTagBackfillHistoryResponse : AmazonWebServiceResponse
{
    public List<CostAllocationTagBackfillRequest>? BackfillRequests { get; set; }
    public string? NextToken { get; set; }
}
