using Amazon.Runtime;

namespace Amazon.ComputeOptimizer.Model;

public class GetLambdaFunctionRecommendationsRequest : AmazonComputeOptimizerRequest
{
    public List<string>? AccountIds { get; set; }
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
}

public class GetLambdaFunctionRecommendationsResponse : AmazonWebServiceResponse
{
    public string? NextToken { get; set; }
    public List<LambdaFunctionRecommendation>? LambdaFunctionRecommendations { get; set; }
}

public class LambdaFunctionRecommendation
{
    public string? FunctionArn { get; set; }
    public string? FunctionVersion { get; set; }
    public string? AccountId { get; set; }
    public int? CurrentMemorySize { get; set; }
    public double? LookbackPeriodInDays { get; set; }
    public DateTime? LastRefreshTimestamp { get; set; }
    public LambdaFunctionRecommendationFinding? Finding { get; set; }
    public List<LambdaFunctionMemoryRecommendationOption>? MemorySizeRecommendationOptions { get; set; }
    public CurrentPerformanceRisk? CurrentPerformanceRisk { get; set; }
    public List<Tag>? Tags { get; set; }
}

public class LambdaFunctionMemoryRecommendationOption
{
    public int? Rank { get; set; }
    public int? MemorySize { get; set; }
    public SavingsOpportunity? SavingsOpportunity { get; set; }
    public LambdaSavingsOpportunityAfterDiscounts? SavingsOpportunityAfterDiscounts { get; set; }
}

public class LambdaSavingsOpportunityAfterDiscounts
{
    public double? SavingsOpportunityPercentage { get; set; }
    public LambdaEstimatedMonthlySavings? EstimatedMonthlySavings { get; set; }
}

public class LambdaEstimatedMonthlySavings
{
    public Currency? Currency { get; set; }
    public double? Value { get; set; }
}
