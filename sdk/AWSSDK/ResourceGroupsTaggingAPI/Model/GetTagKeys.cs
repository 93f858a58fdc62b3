using Amazon.Runtime;

namespace Amazon.ResourceGroupsTaggingAPI.Model;

public class GetTagKeysRequest : AmazonResourceGroupsTaggingAPIRequest
{
    public string? PaginationToken { get; set; }
}

public class GetTagKeysResponse : AmazonWebServiceResponse
{
    public List<string>? TagKeys { get; set; }
    public string? PaginationToken { get; set; }
}
