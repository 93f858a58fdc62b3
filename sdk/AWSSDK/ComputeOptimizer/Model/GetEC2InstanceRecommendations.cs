using Amazon.Runtime;

namespace Amazon.ComputeOptimizer.Model;

public class GetEC2InstanceRecommendationsRequest : AmazonComputeOptimizerRequest
{
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
    public List<string>? AccountIds { get; set; }
}

public class GetEC2InstanceRecommendationsResponse : AmazonWebServiceResponse
{
    public string? NextToken { get; set; }
    public List<InstanceRecommendation>? InstanceRecommendations { get; set; }
    public List<GetRecommendationError>? Errors { get; set; }
}

public class InstanceRecommendation
{
    public string? InstanceArn { get; set; }
    public string? AccountId { get; set; }
    public string? InstanceName { get; set; }
    public string? CurrentInstanceType { get; set; }
    public Finding? Finding { get; set; }
    public double? LookBackPeriodInDays { get; set; }
    public List<InstanceRecommendationOption>? RecommendationOptions { get; set; }
    public DateTime? LastRefreshTimestamp { get; set; }
    public CurrentPerformanceRisk? CurrentPerformanceRisk { get; set; }
    public List<Tag>? Tags { get; set; }
}

public class InstanceRecommendationOption
{
    public string? InstanceType { get; set; }
    public double? PerformanceRisk { get; set; }
    public int? Rank { get; set; }
    public SavingsOpportunity? SavingsOpportunity { get; set; }
    public InstanceSavingsOpportunityAfterDiscounts? SavingsOpportunityAfterDiscounts { get; set; }
    public MigrationEffort? MigrationEffort { get; set; }
}

public class SavingsOpportunity
{
    public double? SavingsOpportunityPercentage { get; set; }
    public EstimatedMonthlySavings? EstimatedMonthlySavings { get; set; }
}

public class EstimatedMonthlySavings
{
    public Currency? Currency { get; set; }
    public double? Value { get; set; }
}

public class InstanceSavingsOpportunityAfterDiscounts
{
    public double? SavingsOpportunityPercentage { get; set; }
    public InstanceEstimatedMonthlySavings? EstimatedMonthlySavings { get; set; }
}

public class InstanceEstimatedMonthlySavings
{
    public Currency? Currency { get; set; }
    public double? Value { get; set; }
}

public class Tag
{
    public string? Key { get; set; }
    public string? Value { get; set; }
}

public class GetRecommendationError
{
    public string? Identifier { get; set; }
    public string? Code { get; set; }
    public string? Message { get; set; }
}
