using Amazon.Runtime;

namespace Amazon.ResourceGroupsTaggingAPI.Model;

/// <summary>At most 20 ARNs and 50 keys.</summary>
public class UntagResourcesRequest : AmazonResourceGroupsTaggingAPIRequest
{
    public List<string>? ResourceARNList { get; set; }
    public List<string>? TagKeys { get; set; }
}

/// <summary>By ARN, what could not be changed; the call itself succeeds all the same.</summary>
public class UntagResourcesResponse : AmazonWebServiceResponse
{
    public Dictionary<string, FailureInfo>? FailedResourcesMap { get; set; }
}
