using System.Globalization;
using Pulumi;
using Pulumi.Aws.Budgets;
using Pulumi.Aws.Budgets.Inputs;

namespace FinOps.Infra.Budgets;

/// <summary>The organization's monthly cost budget and one for every account below it, with e-mail alerts on actual and forecast spend.</summary>
public sealed class BudgetTree : ComponentResource
{
    public BudgetTree(string name, BudgetTreeArgs args, ComponentResourceOptions? options = null)
        : base("finops:budgets:BudgetTree", name, options)
    {
        var parent = new CustomResourceOptions { Parent = this };
        _ = new Budget("organization", Monthly("finops-organization", args.Plan.Organization, args), parent);
        foreach (var (account, limit) in args.Plan.Accounts)
        {
            // The account's id, never its place in a list: removing one account renames no other budget.
            var budget = Monthly($"finops-account-{account.Id}", limit, args);
            budget.CostFilters.Add(new BudgetCostFilterArgs { Name = "LinkedAccount", Values = account.Id });
            _ = new Budget($"account-{account.Id}", budget, parent);
        }

        RegisterOutputs();
    }

    private static BudgetArgs Monthly(string name, decimal limit, BudgetTreeArgs args)
    {
        var budget = new BudgetArgs
        {
            Name = name,
            BudgetType = "COST",
            TimeUnit = "MONTHLY",
            LimitAmount = limit.ToString("0.0#", CultureInfo.InvariantCulture),
            LimitUnit = "USD",
            Tags = args.Tags,
        };
        foreach (var (type, threshold) in args.Settings.ActualAlerts.Select(at => ("ACTUAL", at)).Concat(args.Settings.ForecastAlerts.Select(at => ("FORECASTED", at))))
        {
            budget.Notifications.Add(new BudgetNotificationArgs
            {
                NotificationType = type,
                ComparisonOperator = "GREATER_THAN",
                Threshold = (double)threshold,
                ThresholdType = "PERCENTAGE",
                SubscriberEmailAddresses = args.Settings.Emails.ToArray(),
            });
        }

        return budget;
    }
}

public sealed record BudgetTreeArgs(BudgetPlan Plan, BudgetsSettings Settings, Dictionary<string, string> Tags);
