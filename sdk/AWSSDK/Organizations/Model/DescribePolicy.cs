using Amazon.Runtime;

namespace Amazon.Organizations.Model;

public class DescribePolicyRequest : AmazonOrganizationsRequest
{
    public string? PolicyId { get; set; }
}

public class DescribePolicyResponse : AmazonWebServiceResponse
{
    public Policy? Policy { get; set; }
}

public class Policy
{
    public PolicySummary? PolicySummary { get; set; }
    public string? Content { get; set; }
}
