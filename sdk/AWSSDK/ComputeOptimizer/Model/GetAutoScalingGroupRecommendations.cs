using Amazon.Runtime;

namespace Amazon.ComputeOptimizer.Model;

public class GetAutoScalingGroupRecommendationsRequest : AmazonComputeOptimizerRequest
{
    public List<string>? AccountIds { get; set; }
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
}

public class GetAutoScalingGroupRecommendationsResponse : AmazonWebServiceResponse
{
    public string? NextToken { get; set; }
    public List<AutoScalingGroupRecommendation>? AutoScalingGroupRecommendations { get; set; }
    public List<GetRecommendationError>? Errors { get; set; }
}

public class AutoScalingGroupRecommendation
{
    public string? AccountId { get; set; }
    public string? AutoScalingGroupArn { get; set; }
    public string? AutoScalingGroupName { get; set; }
    public Finding? Finding { get; set; }
    public double? LookBackPeriodInDays { get; set; }
    public AutoScalingGroupConfiguration? CurrentConfiguration { get; set; }
    public List<AutoScalingGroupRecommendationOption>? RecommendationOptions { get; set; }
    public DateTime? LastRefreshTimestamp { get; set; }
    public CurrentPerformanceRisk? CurrentPerformanceRisk { get; set; }
}

public class AutoScalingGroupConfiguration
{
    public int? DesiredCapacity { get; set; }
    public int? MinSize { get; set; }
    public int? MaxSize { get; set; }
    public string? InstanceType { get; set; }
}

public class AutoScalingGroupRecommendationOption
{
    public AutoScalingGroupConfiguration? Configuration { get; set; }
    public double? PerformanceRisk { get; set; }
    public int? Rank { get; set; }
    public SavingsOpportunity? SavingsOpportunity { get; set; }
    public AutoScalingGroupSavingsOpportunityAfterDiscounts? SavingsOpportunityAfterDiscounts { get; set; }
    public MigrationEffort? MigrationEffort { get; set; }
}

public class AutoScalingGroupSavingsOpportunityAfterDiscounts
{
    public double? SavingsOpportunityPercentage { get; set; }
    public AutoScalingGroupEstimatedMonthlySavings? EstimatedMonthlySavings { get; set; }
}

public class AutoScalingGroupEstimatedMonthlySavings
{
    public Currency? Currency { get; set; }
    public double? Value { get; set; }
}
