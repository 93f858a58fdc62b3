using Amazon.Runtime;

namespace Amazon.ResourceGroupsTaggingAPI.Model;

public class GetResourcesRequest : AmazonResourceGroupsTaggingAPIRequest
{
    public List<TagFilter>? TagFilters { get; set; }
    public List<string>? ResourceTypeFilters { get; set; }
    public List<string>? ResourceARNList { get; set; }
    public int? ResourcesPerPage { get; set; }
    public int? TagsPerPage { get; set; }
    public bool? IncludeComplianceDetails { get; set; }
    public bool? ExcludeCompliantResources { get; set; }
    public string? PaginationToken { get; set; }
}

/// <summary>The last page has an empty token or none; a page without resources may have one.</summary>
public class GetResourcesResponse : AmazonWebServiceResponse
{
    public List<ResourceTagMapping>? ResourceTagMappingList { get; set; }
    public string? PaginationToken { get; set; }
}

public class TagFilter
{
    public string? Key { get; set; }
    public List<string>? Values { get; set; }
}

public class ResourceTagMapping
{
    public string? ResourceARN { get; set; }
    public List<Tag>? Tags { get; set; }
    public ComplianceDetails? ComplianceDetails { get; set; }
}

public class Tag
{
    public string? Key { get; set; }
    public string? Value { get; set; }
}

/// <summary>What the effective tag policy of the account finds wrong; ComplianceStatus is true when nothing is.</summary>
public class ComplianceDetails
{
    public List<string>? NoncompliantKeys { get; set; }
    public List<string>? KeysWithNoncompliantValues { get; set; }
    public List<string>? MissingTagKeys { get; set; }
    public bool? ComplianceStatus { get; set; }
}
