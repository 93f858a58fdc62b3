using Amazon.Runtime;

namespace Amazon.Organizations.Model;

public class ListPoliciesForTargetRequest : AmazonOrganizationsRequest
{
    public string? TargetId { get; set; }
    public PolicyType? Filter { get; set; }
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
}

public class ListPoliciesForTargetResponse : AmazonWebServiceResponse
{
    public List<PolicySummary>? Policies { get; set; }
    public string? NextToken { get; set; }
}

public class PolicySummary
{
    public string? Id { get; set; }
    public string? Arn { get; set; }
    public string? Name { get; set; }
    public string? Description { get; set; }
    public PolicyType? Type { get; set; }
    public bool? AwsManaged { get; set; }
}
