using Amazon.Runtime;

namespace Amazon.ComputeOptimizer.Model;

public class GetEnrollmentStatusRequest : AmazonComputeOptimizerRequest;

public class GetEnrollmentStatusResponse : AmazonWebServiceResponse
{
    public Status? Status { get; set; }
    public string? StatusReason { get; set; }
    public bool? MemberAccountsEnrolled { get; set; }
    public DateTime? LastUpdatedTimestamp { get; set; }
    public int? NumberOfMemberAccountsOptedIn { get; set; }
}
