using Amazon.Runtime;

namespace Amazon.Budgets.Model;

public class DescribeBudgetActionsForBudgetRequest : AmazonBudgetsRequest
{
    public string? AccountId { get; set; }
    public string? BudgetName { get; set; }
    public int? MaxResults { get; set; }
    public string? NextToken { get; set; }
}

public class DescribeBudgetActionsForBudgetResponse : AmazonWebServiceResponse
{
    public List<Action>? Actions { get; set; }
    public string? NextToken { get; set; }
}

public class DescribeBudgetActionRequest : AmazonBudgetsRequest
{
    public string? AccountId { get; set; }
    public string? BudgetName { get; set; }
    public string? ActionId { get; set; }
}

public class DescribeBudgetActionResponse : AmazonWebServiceResponse
{
    public string? AccountId { get; set; }
    public string? BudgetName { get; set; }
    public Action? Action { get; set; }
}

public class ExecuteBudgetActionRequest : AmazonBudgetsRequest
{
    public string? AccountId { get; set; }
    public string? BudgetName { get; set; }
    public string? ActionId { get; set; }
    public ExecutionType? ExecutionType { get; set; }
}

public class ExecuteBudgetActionResponse : AmazonWebServiceResponse
{
    public string? AccountId { get; set; }
    public string? BudgetName { get; set; }
    public string? ActionId { get; set; }
    public ExecutionType? ExecutionType { get; set; }
}

/// <summary>What a budget does when it is reached.</summary>
public class Action
{
    public string? ActionId { get; set; }
    public string? BudgetName { get; set; }
    public NotificationType? NotificationType { get; set; }
    public ActionType? ActionType { get; set; }
    public ActionThreshold? ActionThreshold { get; set; }
    public Definition? Definition { get; set; }
    public string? ExecutionRoleArn { get; set; }
    public ApprovalModel? ApprovalModel { get; set; }
    public ActionStatus? Status { get; set; }
}

public class ActionThreshold
{
    public double? ActionThresholdValue { get; set; }
    public ThresholdType? ActionThresholdType { get; set; }
}

public class Definition
{
    public IamActionDefinition? IamActionDefinition { get; set; }
    public ScpActionDefinition? ScpActionDefinition { get; set; }
    public SsmActionDefinition? SsmActionDefinition { get; set; }
}

public class IamActionDefinition
{
    public string? PolicyArn { get; set; }
    public List<string>? Roles { get; set; }
    public List<string>? Groups { get; set; }
    public List<string>? Users { get; set; }
}

public class ScpActionDefinition
{
    public string? PolicyId { get; set; }
    public List<string>? TargetIds { get; set; }
}

public class SsmActionDefinition
{
    public ActionSubType? ActionSubType { get; set; }
    public string? Region { get; set; }
    public List<string>? InstanceIds { get; set; }
}
