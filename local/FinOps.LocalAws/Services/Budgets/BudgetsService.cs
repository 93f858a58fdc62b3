using FinOps.LocalAws.Hosting;
using FinOps.LocalAws.Wire;

namespace FinOps.LocalAws.Services.Budgets;

/// <summary>AWS Budgets: budgets with their notifications, subscribers, actions and tags; what was spent comes from the synthetic bill.</summary>
internal sealed class BudgetsService : JsonServiceBase
{
    public BudgetsService(LocalAwsEnvironment environment)
        : base("budgets", "AWSBudgetServiceGateway", "1.1")
    {
        var spend = new BudgetSpend(environment);
        new BudgetOperations(environment, spend).Register(Add);
        new NotificationOperations(environment).Register(Add);
        new SubscriberOperations(environment).Register(Add);
        new ActionOperations(environment, spend).Register(Add);
        new BudgetTags(environment).Register(Add);
    }

    protected override AwsError Invalid(string message) => BudgetsErrors.Invalid(message);
}
