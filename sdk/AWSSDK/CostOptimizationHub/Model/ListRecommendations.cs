using Amazon.Runtime;

namespace Amazon.CostOptimizationHub.Model;

public class ListRecommendationsRequest : AmazonCostOptimizationHubRequest
{
    public Filter? Filter { get; set; }
    public bool? IncludeAllRecommendations { get; set; }
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
}

public class ListRecommendationsResponse : AmazonWebServiceResponse
{
    public List<Recommendation>? Items { get; set; }
    public string? NextToken { get; set; }
}

public class Filter
{
    public bool? RestartNeeded { get; set; }
    public bool? RollbackPossible { get; set; }
    public List<string>? AccountIds { get; set; }
    public List<string>? Regions { get; set; }
    public List<ActionType>? ActionTypes { get; set; }
    public List<Tag>? Tags { get; set; }
    public List<string>? ResourceIds { get; set; }
    public List<string>? ResourceArns { get; set; }
    public List<string>? RecommendationIds { get; set; }
}

public class Tag
{
    public string? Key { get; set; }
    public string? Value { get; set; }
}

public class Recommendation
{
    public string? RecommendationId { get; set; }
    public string? AccountId { get; set; }
    public string? Region { get; set; }
    public string? ResourceId { get; set; }
    public string? ResourceArn { get; set; }
    public string? CurrentResourceType { get; set; }
    public string? RecommendedResourceType { get; set; }
    public double? EstimatedMonthlySavings { get; set; }
    public double? EstimatedSavingsPercentage { get; set; }
    public double? EstimatedMonthlyCost { get; set; }
    public string? CurrencyCode { get; set; }
    public string? ImplementationEffort { get; set; }
    public bool? RestartNeeded { get; set; }
    public string? ActionType { get; set; }
    public bool? RollbackPossible { get; set; }
    public string? CurrentResourceSummary { get; set; }
    public string? RecommendedResourceSummary { get; set; }
    public DateTime? LastRefreshTimestamp { get; set; }
    public int? RecommendationLookbackPeriodInDays { get; set; }
    public Source? Source { get; set; }
    public List<Tag>? Tags { get; set; }
}
