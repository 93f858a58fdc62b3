using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetSavingsPlansCoverageRequest : AmazonCostExplorerRequest
{
    public DateInterval? TimePeriod { get; set; }
    public List<GroupDefinition>? GroupBy { get; set; }
    public Granularity? Granularity { get; set; }
    public Expression? Filter { get; set; }
    public List<string>? Metrics { get; set; }
    public string? NextToken { get; set; }
    public int? MaxResults { get; set; }
}

public class GetSavingsPlansCoverageResponse : AmazonWebServiceResponse
{
    public List<SavingsPlansCoverage>? SavingsPlansCoverages { get; set; }
    public string? NextToken { get; set; }
}

public class SavingsPlansCoverage
{
    public Dictionary<string, string>? Attributes { get; set; }
    public SavingsPlansCoverageData? Coverage { get; set; }
    public DateInterval? TimePeriod { get; set; }
}

public class SavingsPlansCoverageData
{
    public string? SpendCoveredBySavingsPlans { get; set; }
    public string? OnDemandCost { get; set; }
    public string? TotalCost { get; set; }
    public string? CoveragePercentage { get; set; }
}
