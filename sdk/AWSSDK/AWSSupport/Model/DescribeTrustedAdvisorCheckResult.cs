using Amazon.Runtime;

namespace Amazon.AWSSupport.Model;

public class DescribeTrustedAdvisorCheckResultRequest : AmazonAWSSupportRequest
{
    public string? CheckId { get; set; }
    public string? Language { get; set; }
}

public class DescribeTrustedAdvisorCheckResultResponse : AmazonWebServiceResponse
{
    public TrustedAdvisorCheckResult? Result { get; set; }
}

public class TrustedAdvisorCheckResult
{
    public string? CheckId { get; set; }
    public string? Timestamp { get; set; }
    public string? Status { get; set; }
    public TrustedAdvisorResourcesSummary? ResourcesSummary { get; set; }
    public TrustedAdvisorCategorySpecificSummary? CategorySpecificSummary { get; set; }
    public List<TrustedAdvisorResourceDetail>? FlaggedResources { get; set; }
}

public class TrustedAdvisorResourcesSummary
{
    public long? ResourcesProcessed { get; set; }
    public long? ResourcesFlagged { get; set; }
    public long? ResourcesIgnored { get; set; }
    public long? ResourcesSuppressed { get; set; }
}

public class TrustedAdvisorCategorySpecificSummary
{
    public TrustedAdvisorCostOptimizingSummary? CostOptimizing { get; set; }
}

public class TrustedAdvisorCostOptimizingSummary
{
    public double? EstimatedMonthlySavings { get; set; }
    public double? EstimatedPercentMonthlySavings { get; set; }
}

public class TrustedAdvisorResourceDetail
{
    public string? Status { get; set; }
    public string? Region { get; set; }
    public string? ResourceId { get; set; }
    public bool? IsSuppressed { get; set; }
    public List<string>? Metadata { get; set; }
}
