using Amazon.Runtime;

namespace Amazon.ResourceExplorer2.Model;

public class SearchRequest : AmazonResourceExplorer2Request
{
    public string? QueryString { get; set; }
    public int? MaxResults { get; set; }
    public string? ViewArn { get; set; }
    public string? NextToken { get; set; }
}

public class SearchResponse : AmazonWebServiceResponse
{
    public List<Resource>? Resources { get; set; }
    public ResourceCount? Count { get; set; }
    public string? ViewArn { get; set; }
    public string? NextToken { get; set; }
}

public class Resource
{
    public string? Arn { get; set; }
    public string? OwningAccountId { get; set; }

    /// <summary>"global" for what belongs to no region.</summary>
    public string? Region { get; set; }

    public string? ResourceType { get; set; }
    public string? Service { get; set; }
    public DateTime? LastReportedAt { get; set; }
}

/// <summary>How many resources match. TotalResources stops at 1,000, and Complete is then false.</summary>
public class ResourceCount
{
    public long? TotalResources { get; set; }
    public bool? Complete { get; set; }
}
