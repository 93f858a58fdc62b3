using Amazon.Runtime;

namespace Amazon.ComputeOptimizer.Model;

public class GetIdleRecommendationsRequest : AmazonComputeOptimizerRequest
{
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
    public List<string>? AccountIds { get; set; }
}

public class GetIdleRecommendationsResponse : AmazonWebServiceResponse
{
    public string? NextToken { get; set; }
    public List<IdleRecommendation>? IdleRecommendations { get; set; }
    public List<IdleRecommendationError>? Errors { get; set; }
}

public class IdleRecommendation
{
    public string? ResourceArn { get; set; }
    public string? ResourceId { get; set; }
    public IdleRecommendationResourceType? ResourceType { get; set; }
    public string? AccountId { get; set; }
    public IdleFinding? Finding { get; set; }
    public string? FindingDescription { get; set; }
    public IdleSavingsOpportunity? SavingsOpportunity { get; set; }
    public IdleSavingsOpportunityAfterDiscounts? SavingsOpportunityAfterDiscounts { get; set; }
    public double? LookBackPeriodInDays { get; set; }
    public DateTime? LastRefreshTimestamp { get; set; }
    public List<Tag>? Tags { get; set; }
}

public class IdleSavingsOpportunity
{
    public double? SavingsOpportunityPercentage { get; set; }
    public IdleEstimatedMonthlySavings? EstimatedMonthlySavings { get; set; }
}

public class IdleEstimatedMonthlySavings
{
    public Currency? Currency { get; set; }
    public double? Value { get; set; }
}

public class IdleSavingsOpportunityAfterDiscounts
{
    public double? SavingsOpportunityPercentage { get; set; }
    public IdleEstimatedMonthlySavings? EstimatedMonthlySavings { get; set; }
}

public class IdleRecommendationError
{
    public string? Identifier { get; set; }
    public string? Code { get; set; }
    public string? Message { get; set; }
    public IdleRecommendationResourceType? ResourceType { get; set; }
}
