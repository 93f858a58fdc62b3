using Amazon.Runtime;

namespace Amazon.ResourceGroupsTaggingAPI.Model;

/// <summary>At most 20 ARNs and 50 tags.</summary>
public class TagResourcesRequest : AmazonResourceGroupsTaggingAPIRequest
{
    public List<string>? ResourceARNList { get; set; }
    public Dictionary<string, string>? Tags { get; set; }
}

/// <summary>By ARN, what could not be tagged; the call itself succeeds all the same.</summary>
public class TagResourcesResponse : AmazonWebServiceResponse
{
    public Dictionary<string, FailureInfo>? FailedResourcesMap { get; set; }
}

public class FailureInfo
{
    public int? StatusCode { get; set; }
    public ErrorCode? ErrorCode { get; set; }
    public string? ErrorMessage { get; set; }
}
