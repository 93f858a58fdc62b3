using FinOps.Infra.Permissions;

namespace FinOps.Infra.Reporting.Functions;

/// <summary>Has no schedule: the topic of alerts invokes it.</summary>
internal sealed class BudgetResponderFunction : IPlatformFunction
{
    public string Name => "budget-responder";

    public bool StoresReports => true;

    public FunctionDeclaration? Declare(FunctionScope scope)
    {
        var settings = scope.Settings.BudgetResponder;
        if (!settings.Enabled || scope.Args.AlertTopic is not { } topic)
        {
            return null;
        }

        var environment = scope.ReportingEnvironment();
        scope.AddChat(environment);
        if (settings.DryRun)
        {
            environment.Add("FINOPS_RESPONDER_DRY_RUN", "true");
        }

        var account = scope.Args.AccountId;
        return new FunctionDeclaration(
            Name,
            "Tells owners of alerts of budgets and anomaly detection, once each.",
            null,
            [
                // Cost Explorer knows no resource-level permissions for this read, so its statement stands on *.
                PolicyDocument.Allow("ReadCost", ["ce:GetCostAndUsage"], "*"),
                // What waits for approval is told; approving it (budgets:ExecuteBudgetAction) is left to people.
                PolicyDocument.Allow("ReadBudgets", ["budgets:ViewBudget", "budgets:DescribeBudgetActionsForBudget"], $"arn:aws:budgets::{account}:budget/*"),
                PolicyDocument.Allow("FindOwners", ["organizations:ListTagsForResource"], $"arn:aws:organizations::{account}:account/*"),
                scope.StoreReports(),
                scope.KnowWhatIsStored(),
                scope.MailReports(),
                .. scope.WriteToChat(),
            ],
            environment)
        {
            Topic = topic,
            SecretsKey = scope.SecretsKey,
        };
    }
}
