using Amazon.Runtime;

namespace Amazon.ComputeOptimizer.Model;

public class GetEBSVolumeRecommendationsRequest : AmazonComputeOptimizerRequest
{
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
    public List<string>? AccountIds { get; set; }
}

public class GetEBSVolumeRecommendationsResponse : AmazonWebServiceResponse
{
    public string? NextToken { get; set; }
    public List<VolumeRecommendation>? VolumeRecommendations { get; set; }
    public List<GetRecommendationError>? Errors { get; set; }
}

public class VolumeRecommendation
{
    public string? VolumeArn { get; set; }
    public string? AccountId { get; set; }
    public VolumeConfiguration? CurrentConfiguration { get; set; }
    public EBSFinding? Finding { get; set; }
    public double? LookBackPeriodInDays { get; set; }
    public List<VolumeRecommendationOption>? VolumeRecommendationOptions { get; set; }
    public DateTime? LastRefreshTimestamp { get; set; }
    public CurrentPerformanceRisk? CurrentPerformanceRisk { get; set; }
    public List<Tag>? Tags { get; set; }
}

public class VolumeConfiguration
{
    public string? VolumeType { get; set; }
    public int? VolumeSize { get; set; }
    public int? VolumeBaselineIOPS { get; set; }
    public int? VolumeBurstIOPS { get; set; }
    public int? VolumeBaselineThroughput { get; set; }
    public int? VolumeBurstThroughput { get; set; }
    public bool? RootVolume { get; set; }
}

public class VolumeRecommendationOption
{
    public VolumeConfiguration? Configuration { get; set; }
    public double? PerformanceRisk { get; set; }
    public int? Rank { get; set; }
    public SavingsOpportunity? SavingsOpportunity { get; set; }
    public EBSSavingsOpportunityAfterDiscounts? SavingsOpportunityAfterDiscounts { get; set; }
}

public class EBSSavingsOpportunityAfterDiscounts
{
    public double? SavingsOpportunityPercentage { get; set; }
    public EBSEstimatedMonthlySavings? EstimatedMonthlySavings { get; set; }
}

public class EBSEstimatedMonthlySavings
{
    public Currency? Currency { get; set; }
    public double? Value { get; set; }
}
