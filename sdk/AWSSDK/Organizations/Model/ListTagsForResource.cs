using Amazon.Runtime;

namespace Amazon.Organizations.Model;

public class ListTagsForResourceRequest : AmazonOrganizationsRequest
{
    public string? ResourceId { get; set; }
    public string? NextToken { get; set; }
}

public class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    public List<Tag>? Tags { get; set; }
    public string? NextToken { get; set; }
}

public class Tag
{
    public string? Key { get; set; }
    public string? Value { get; set; }
}
