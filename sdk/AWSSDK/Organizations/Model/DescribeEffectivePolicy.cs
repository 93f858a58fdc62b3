using Amazon.Runtime;

namespace Amazon.Organizations.Model;

public class DescribeEffectivePolicyRequest : AmazonOrganizationsRequest
{
    public EffectivePolicyType? PolicyType { get; set; }
    public string? TargetId { get; set; }
}

public class DescribeEffectivePolicyResponse : AmazonWebServiceResponse
{
    public EffectivePolicy? EffectivePolicy { get; set; }
}

public class EffectivePolicy
{
    public string? PolicyContent { get; set; }
    public DateTime? LastUpdatedTimestamp { get; set; }
    public string? TargetId { get; set; }
    public EffectivePolicyType? PolicyType { get; set; }
}
