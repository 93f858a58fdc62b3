using System.Globalization;
using FinOps.Core.Budgeting;
using FinOps.Core.Costs;
using Pulumi;
using Pulumi.Aws.Budgets;
using Pulumi.Aws.Budgets.Inputs;

namespace FinOps.Infra.Budgets;

/// <summary>Planned budgets as the provider wants them.</summary>
internal sealed class BudgetArguments(Dictionary<string, string> tags, Output<string>? topic, BillingMonth now)
{
    public BudgetArgs Of(PlannedBudget budget)
    {
        var args = new BudgetArgs
        {
            Name = BudgetTree.NameOf(budget.Id),
            BudgetType = "COST",
            TimeUnit = TimeUnit(budget.Period),
            Tags = tags,
        };
        SetLimit(args, budget);
        if (budget.Filter is { } filter)
        {
            args.CostFilters.Add(new BudgetCostFilterArgs { Name = filter.Name, Values = filter.Values.ToArray() });
        }

        foreach (var alert in budget.Alerts)
        {
            args.Notifications.Add(Notification(alert.OnForecast ? "FORECASTED" : "ACTUAL", "GREATER_THAN", alert.Percent, budget.Recipients));
        }

        return args;
    }

    public BudgetArgs Of(CommitmentBudget commitment)
    {
        var asked = commitment.Settings;
        var args = new BudgetArgs
        {
            Name = BudgetTree.NameOf(commitment.Id),
            BudgetType = asked.Watch switch
            {
                CommitmentKind.SavingsPlansUtilization => "SAVINGS_PLANS_UTILIZATION",
                CommitmentKind.SavingsPlansCoverage => "SAVINGS_PLANS_COVERAGE",
                CommitmentKind.ReservationUtilization => "RI_UTILIZATION",
                _ => "RI_COVERAGE",
            },
            TimeUnit = TimeUnit(asked.Period),
            // AWS takes no other limit for these, and no other cost types; the alert carries the wanted percentage.
            LimitAmount = "100.0",
            LimitUnit = "PERCENTAGE",
            CostTypes = new BudgetCostTypesArgs
            {
                IncludeCredit = false,
                IncludeDiscount = false,
                IncludeOtherSubscription = false,
                IncludeRecurring = false,
                IncludeRefund = false,
                IncludeSubscription = true,
                IncludeSupport = false,
                IncludeTax = false,
                IncludeUpfront = false,
                UseAmortized = false,
                UseBlended = false,
            },
            Notifications = { Notification("ACTUAL", "LESS_THAN", asked.AtLeast, commitment.Recipients) },
            Tags = tags,
        };
        if (asked.Service is { } service)
        {
            args.CostFilters.Add(new BudgetCostFilterArgs { Name = "Service", Values = service });
        }

        return args;
    }

    private static string TimeUnit(BudgetPeriod period) => period.ToString().ToUpperInvariant();

    private void SetLimit(BudgetArgs args, PlannedBudget budget)
    {
        switch (budget.Limit)
        {
            case AdjustingLimit { HistoryPeriods: { } periods }:
                args.AutoAdjustData = new BudgetAutoAdjustDataArgs
                {
                    AutoAdjustType = "HISTORICAL",
                    HistoricalOptions = new BudgetAutoAdjustDataHistoricalOptionsArgs { BudgetAdjustmentPeriod = periods },
                };
                break;
            case AdjustingLimit:
                args.AutoAdjustData = new BudgetAutoAdjustDataArgs { AutoAdjustType = "FORECAST" };
                break;
            case PlannedLimit plan:
                foreach (var (start, amount) in Steps(plan, budget.Period))
                {
                    args.PlannedLimits.Add(new BudgetPlannedLimitArgs { StartTime = $"{start}-01_00:00", Amount = Amount(amount), Unit = Money.UsDollar });
                }

                break;
            default:
                (args.LimitAmount, args.LimitUnit) = (Amount(budget.Limit.In(now)!.Value), Money.UsDollar);
                break;
        }
    }

    /// <summary>AWS wants every period from the current one on.</summary>
    private IEnumerable<(BillingMonth Start, Money Amount)> Steps(PlannedLimit plan, BudgetPeriod period)
    {
        var stride = period == BudgetPeriod.Quarterly ? 3 : 1;
        var first = now.AddMonths(-((now.Month - 1) % stride));
        return from step in Enumerable.Range(0, BudgetLimits.PlannedPeriods(period))
               let start = first.AddMonths(step * stride)
               select (start, (plan.In(start) ?? plan.Steps[0].Amount));
    }

    /// <summary>With one decimal at least: AWS gives it back so, and a difference in digits would be a change for ever.</summary>
    private static string Amount(Money money) => money.Amount.ToString("0.0#", CultureInfo.InvariantCulture);

    private BudgetNotificationArgs Notification(string type, string comparison, decimal percent, IReadOnlyList<string> recipients)
    {
        var notification = new BudgetNotificationArgs
        {
            NotificationType = type,
            ComparisonOperator = comparison,
            Threshold = (double)percent,
            ThresholdType = "PERCENTAGE",
            SubscriberEmailAddresses = recipients.ToArray(),
        };
        if (topic is not null)
        {
            notification.SubscriberSnsTopicArns.Add(topic);
        }

        return notification;
    }
}
