using Amazon.Runtime;

namespace Amazon.Organizations.Model;

public class DescribeOrganizationRequest : AmazonOrganizationsRequest
{
}

public class DescribeOrganizationResponse : AmazonWebServiceResponse
{
    public Organization? Organization { get; set; }
}

public class Organization
{
    public string? Id { get; set; }
    public string? Arn { get; set; }
    public OrganizationFeatureSet? FeatureSet { get; set; }
    public string? MasterAccountArn { get; set; }
    public string? MasterAccountId { get; set; }
    public string? MasterAccountEmail { get; set; }
    public List<PolicyTypeSummary>? AvailablePolicyTypes { get; set; }
}
