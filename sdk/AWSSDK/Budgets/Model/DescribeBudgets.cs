using Amazon.Runtime;

namespace Amazon.Budgets.Model;

public class DescribeBudgetsRequest : AmazonBudgetsRequest
{
    public string? AccountId { get; set; }
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
    public bool? ShowFilterExpression { get; set; }
}

public class DescribeBudgetsResponse : AmazonWebServiceResponse
{
    public List<Budget>? Budgets { get; set; }
    public string? NextToken { get; set; }
}

public class Budget
{
    public string? BudgetName { get; set; }
    public Spend? BudgetLimit { get; set; }
    public Dictionary<string, Spend>? PlannedBudgetLimits { get; set; }
    public Dictionary<string, List<string>>? CostFilters { get; set; }
    public TimeUnit? TimeUnit { get; set; }
    public TimePeriod? TimePeriod { get; set; }
    public CalculatedSpend? CalculatedSpend { get; set; }
    public BudgetType? BudgetType { get; set; }
    public DateTime? LastUpdatedTime { get; set; }
    public Expression? FilterExpression { get; set; }
    public List<string>? Metrics { get; set; }
    public string? BillingViewArn { get; set; }
}

public class Spend
{
    public string? Amount { get; set; }
    public string? Unit { get; set; }
}

public class TimePeriod
{
    public DateTime? Start { get; set; }
    public DateTime? End { get; set; }
}

public class CalculatedSpend
{
    public Spend? ActualSpend { get; set; }
    public Spend? ForecastedSpend { get; set; }
}

public class Expression
{
    public List<Expression>? Or { get; set; }
    public List<Expression>? And { get; set; }
    public Expression? Not { get; set; }
    public ExpressionDimensionValues? Dimensions { get; set; }
    public TagValues? Tags { get; set; }
    public CostCategoryValues? CostCategories { get; set; }
}

public class ExpressionDimensionValues
{
    public Dimension? Key { get; set; }
    public List<string>? Values { get; set; }
    public List<string>? MatchOptions { get; set; }
}

public class TagValues
{
    public string? Key { get; set; }
    public List<string>? Values { get; set; }
    public List<string>? MatchOptions { get; set; }
}

public class CostCategoryValues
{
    public string? Key { get; set; }
    public List<string>? Values { get; set; }
    public List<string>? MatchOptions { get; set; }
}
