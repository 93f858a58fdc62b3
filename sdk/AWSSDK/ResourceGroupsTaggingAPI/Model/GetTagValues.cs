using Amazon.Runtime;

namespace Amazon.ResourceGroupsTaggingAPI.Model;

public class GetTagValuesRequest : AmazonResourceGroupsTaggingAPIRequest
{
    public string? Key { get; set; }
    public string? PaginationToken { get; set; }
}

public class GetTagValuesResponse : AmazonWebServiceResponse
{
    public List<string>? TagValues { get; set; }
    public string? PaginationToken { get; set; }
}
