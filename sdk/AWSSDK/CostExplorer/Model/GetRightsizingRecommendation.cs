using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetRightsizingRecommendationRequest : AmazonCostExplorerRequest
{
    public Expression? Filter { get; set; }
    public RightsizingRecommendationConfiguration? Configuration { get; set; }
    public string? Service { get; set; }
    public int? PageSize { get; set; }
    public string? NextPageToken { get; set; }
}

public class GetRightsizingRecommendationResponse : AmazonWebServiceResponse
{
    public RightsizingRecommendationMetadata? Metadata { get; set; }
    public RightsizingRecommendationSummary? Summary { get; set; }
    public List<RightsizingRecommendation>? RightsizingRecommendations { get; set; }
    public string? NextPageToken { get; set; }
    public RightsizingRecommendationConfiguration? Configuration { get; set; }
}

public class RightsizingRecommendationConfiguration
{
    public RecommendationTarget? RecommendationTarget { get; set; }
    public bool? BenefitsConsidered { get; set; }
}

public class RightsizingRecommendationMetadata
{
    public string? RecommendationId { get; set; }
    public string? GenerationTimestamp { get; set; }
    public LookbackPeriodInDays? LookbackPeriodInDays { get; set; }
    public string? AdditionalMetadata { get; set; }
}

public class RightsizingRecommendationSummary
{
    public string? TotalRecommendationCount { get; set; }
    public string? EstimatedTotalMonthlySavingsAmount { get; set; }
    public string? SavingsCurrencyCode { get; set; }
    public string? SavingsPercentage { get; set; }
}

public class RightsizingRecommendation
{
    public string? AccountId { get; set; }
    public CurrentInstance? CurrentInstance { get; set; }
    public RightsizingType? RightsizingType { get; set; }
    public ModifyRecommendationDetail? ModifyRecommendationDetail { get; set; }
    public TerminateRecommendationDetail? TerminateRecommendationDetail { get; set; }
}

public class CurrentInstance
{
    public string? ResourceId { get; set; }
    public string? InstanceName { get; set; }
    public List<TagValues>? Tags { get; set; }
    public ResourceDetails? ResourceDetails { get; set; }
    public string? OnDemandHoursInLookbackPeriod { get; set; }
    public string? TotalRunningHoursInLookbackPeriod { get; set; }
    public string? MonthlyCost { get; set; }
    public string? CurrencyCode { get; set; }
}

public class ResourceDetails
{
    public EC2ResourceDetails? EC2ResourceDetails { get; set; }
}

public class EC2ResourceDetails
{
    public string? InstanceType { get; set; }
    public string? Platform { get; set; }
    public string? Region { get; set; }
    public string? Memory { get; set; }
    public string? Vcpu { get; set; }
}

public class ModifyRecommendationDetail
{
    public List<TargetInstance>? TargetInstances { get; set; }
}

public class TargetInstance
{
    public string? EstimatedMonthlyCost { get; set; }
    public string? EstimatedMonthlySavings { get; set; }
    public string? CurrencyCode { get; set; }
    public bool? DefaultTargetInstance { get; set; }
    public ResourceDetails? ResourceDetails { get; set; }
}

public class TerminateRecommendationDetail
{
    public string? EstimatedMonthlySavings { get; set; }
    public string? CurrencyCode { get; set; }
}
