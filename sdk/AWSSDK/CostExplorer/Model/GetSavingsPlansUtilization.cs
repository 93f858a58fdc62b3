using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetSavingsPlansUtilizationRequest : AmazonCostExplorerRequest
{
    public DateInterval? TimePeriod { get; set; }
    public Granularity? Granularity { get; set; }
    public Expression? Filter { get; set; }
}

public class GetSavingsPlansUtilizationResponse : AmazonWebServiceResponse
{
    public List<SavingsPlansUtilizationByTime>? SavingsPlansUtilizationsByTime { get; set; }
    public SavingsPlansUtilizationAggregates? Total { get; set; }
}

public class SavingsPlansUtilizationByTime
{
    public DateInterval? TimePeriod { get; set; }
    public SavingsPlansUtilization? Utilization { get; set; }
    public SavingsPlansSavings? Savings { get; set; }
    public SavingsPlansAmortizedCommitment? AmortizedCommitment { get; set; }
}

public class SavingsPlansUtilization
{
    public string? TotalCommitment { get; set; }
    public string? UsedCommitment { get; set; }
    public string? UnusedCommitment { get; set; }
    public string? UtilizationPercentage { get; set; }
}

public class SavingsPlansSavings
{
    public string? NetSavings { get; set; }
    public string? OnDemandCostEquivalent { get; set; }
}

public class SavingsPlansAmortizedCommitment
{
    public string? AmortizedRecurringCommitment { get; set; }
    public string? AmortizedUpfrontCommitment { get; set; }
    public string? TotalAmortizedCommitment { get; set; }
}

public class SavingsPlansUtilizationAggregates
{
    public SavingsPlansUtilization? Utilization { get; set; }
    public SavingsPlansSavings? Savings { get; set; }
    public SavingsPlansAmortizedCommitment? AmortizedCommitment { get; set; }
}
