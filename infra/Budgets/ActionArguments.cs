using Pulumi;
using Pulumi.Aws.Budgets;
using Pulumi.Aws.Budgets.Inputs;

namespace FinOps.Infra.Budgets;

/// <summary>Planned budget actions as the provider wants them.</summary>
internal static class ActionArguments
{
    public static BudgetActionArgs Of(PlannedAction action, Output<string> budgetName, Output<string> roleArn, Dictionary<string, string> tags, Output<string>? topic)
    {
        var asked = action.Settings;
        var args = new BudgetActionArgs
        {
            BudgetName = budgetName,
            ActionType = asked.Do switch
            {
                ActionKind.AttachScp => "APPLY_SCP_POLICY",
                ActionKind.AttachIamPolicy => "APPLY_IAM_POLICY",
                _ => "RUN_SSM_DOCUMENTS",
            },
            ApprovalModel = asked.Automatic ? "AUTOMATIC" : "MANUAL",
            NotificationType = asked.OnForecast ? "FORECASTED" : "ACTUAL",
            ActionThreshold = new BudgetActionActionThresholdArgs { ActionThresholdType = "PERCENTAGE", ActionThresholdValue = (double)asked.At },
            Definition = Definition(action),
            ExecutionRoleArn = roleArn,
            Tags = tags,
        };
        foreach (var recipient in action.Recipients)
        {
            args.Subscribers.Add(new BudgetActionSubscriberArgs { SubscriptionType = "EMAIL", Address = recipient });
        }

        if (topic is not null)
        {
            args.Subscribers.Add(new BudgetActionSubscriberArgs { SubscriptionType = "SNS", Address = topic });
        }

        return args;
    }

    private static BudgetActionDefinitionArgs Definition(PlannedAction action) => action.Settings.Do switch
    {
        ActionKind.AttachScp => new()
        {
            ScpActionDefinition = new BudgetActionDefinitionScpActionDefinitionArgs { PolicyId = action.Settings.Policy!, TargetIds = action.TargetIds.ToArray() },
        },
        ActionKind.AttachIamPolicy => new()
        {
            IamActionDefinition = new BudgetActionDefinitionIamActionDefinitionArgs
            {
                PolicyArn = action.Settings.Policy!,
                Roles = action.Settings.Roles.ToArray(),
                Groups = action.Settings.Groups.ToArray(),
                Users = action.Settings.Users.ToArray(),
            },
        },
        var kind => new()
        {
            SsmActionDefinition = new BudgetActionDefinitionSsmActionDefinitionArgs
            {
                ActionSubType = kind == ActionKind.StopEc2 ? "STOP_EC2_INSTANCES" : "STOP_RDS_INSTANCES",
                InstanceIds = action.Settings.Instances.ToArray(),
                Region = action.Settings.Region!,
            },
        },
    };
}
