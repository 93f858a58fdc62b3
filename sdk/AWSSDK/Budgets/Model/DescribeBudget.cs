using Amazon.Runtime;

namespace Amazon.Budgets.Model;

public class DescribeBudgetRequest : AmazonBudgetsRequest
{
    public string? AccountId { get; set; }
    public string? BudgetName { get; set; }
    public bool? ShowFilterExpression { get; set; }
}

public class DescribeBudgetResponse : AmazonWebServiceResponse
{
    public Budget? Budget { get; set; }
}
