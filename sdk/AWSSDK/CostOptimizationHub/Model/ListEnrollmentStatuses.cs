using Amazon.Runtime;

namespace Amazon.CostOptimizationHub.Model;

public class ListEnrollmentStatusesRequest : AmazonCostOptimizationHubRequest
{
    public bool? IncludeOrganizationInfo { get; set; }
    public string? AccountId { get; set; }
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
}

public class ListEnrollmentStatusesResponse : AmazonWebServiceResponse
{
    public List<AccountEnrollmentStatus>? Items { get; set; }
    public bool? IncludeMemberAccounts { get; set; }
    public string? NextToken { get; set; }
}

public class AccountEnrollmentStatus
{
    public string? AccountId { get; set; }
    public EnrollmentStatus? Status { get; set; }
    public DateTime? LastUpdatedTimestamp { get; set; }
    public DateTime? CreatedTimestamp { get; set; }
}
