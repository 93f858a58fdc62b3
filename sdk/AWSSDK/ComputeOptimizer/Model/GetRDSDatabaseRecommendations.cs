using Amazon.Runtime;

namespace Amazon.ComputeOptimizer.Model;

public class GetRDSDatabaseRecommendationsRequest : AmazonComputeOptimizerRequest
{
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
    public List<string>? AccountIds { get; set; }
}

public class GetRDSDatabaseRecommendationsResponse : AmazonWebServiceResponse
{
    public string? NextToken { get; set; }
    public List<RDSDBRecommendation>? RdsDBRecommendations { get; set; }
    public List<GetRecommendationError>? Errors { get; set; }
}

public class RDSDBRecommendation
{
    public string? ResourceArn { get; set; }
    public string? AccountId { get; set; }
    public string? Engine { get; set; }
    public string? EngineVersion { get; set; }
    public string? CurrentDBInstanceClass { get; set; }
    public DBStorageConfiguration? CurrentStorageConfiguration { get; set; }
    public RDSInstanceFinding? InstanceFinding { get; set; }
    public RDSStorageFinding? StorageFinding { get; set; }
    public List<RDSDBInstanceRecommendationOption>? InstanceRecommendationOptions { get; set; }
    public List<RDSDBStorageRecommendationOption>? StorageRecommendationOptions { get; set; }
    public double? LookbackPeriodInDays { get; set; }
    public DateTime? LastRefreshTimestamp { get; set; }
    public List<Tag>? Tags { get; set; }
}

public class DBStorageConfiguration
{
    public string? StorageType { get; set; }
    public int? AllocatedStorage { get; set; }
    public int? Iops { get; set; }
    public int? MaxAllocatedStorage { get; set; }
    public int? StorageThroughput { get; set; }
}

public class RDSDBInstanceRecommendationOption
{
    public string? DbInstanceClass { get; set; }
    public double? PerformanceRisk { get; set; }
    public int? Rank { get; set; }
    public SavingsOpportunity? SavingsOpportunity { get; set; }
    public RDSInstanceSavingsOpportunityAfterDiscounts? SavingsOpportunityAfterDiscounts { get; set; }
}

public class RDSInstanceSavingsOpportunityAfterDiscounts
{
    public double? SavingsOpportunityPercentage { get; set; }
    public RDSInstanceEstimatedMonthlySavings? EstimatedMonthlySavings { get; set; }
}

public class RDSInstanceEstimatedMonthlySavings
{
    public Currency? Currency { get; set; }
    public double? Value { get; set; }
}

public class RDSDBStorageRecommendationOption
{
    public DBStorageConfiguration? StorageConfiguration { get; set; }
    public int? Rank { get; set; }
    public SavingsOpportunity? SavingsOpportunity { get; set; }
    public RDSStorageSavingsOpportunityAfterDiscounts? SavingsOpportunityAfterDiscounts { get; set; }
}

public class RDSStorageSavingsOpportunityAfterDiscounts
{
    public double? SavingsOpportunityPercentage { get; set; }
    public RDSStorageEstimatedMonthlySavings? EstimatedMonthlySavings { get; set; }
}

public class RDSStorageEstimatedMonthlySavings
{
    public Currency? Currency { get; set; }
    public double? Value { get; set; }
}
