using System.Globalization;
using FinOps.Core.Costs;

namespace FinOps.Core.Budgeting;

/// <summary>What must hold for a tree of budgets before any of them is made.</summary>
public static class BudgetRules
{
    /// <param name="budgets">The whole tree, in any order.</param>
    /// <param name="now">The current month: plans are compared from here on.</param>
    /// <param name="prefix">What stands before the id in the name of a budget.</param>
    public static IReadOnlyList<BudgetFinding> Check(IReadOnlyList<PlannedBudget> budgets, BillingMonth now, string prefix) =>
    [
        .. Overlaps(budgets),
        .. budgets.SelectMany(budget => Limits(budget, prefix)),
        .. budgets.SelectMany(budget => Plans(budget, now)),
        .. BeyondParent(budgets, now),
    ];

    /// <param name="count">The budgets that this stack would declare.</param>
    /// <param name="shard">The part of the tree that they are.</param>
    public static BudgetFinding? CheckCount(int count, BudgetShard shard)
    {
        // Accounts spread evenly enough by their id; one part more leaves room for those that do not.
        var parts = (count / BudgetLimits.Budgets) + shard.Of + 1;
        return count <= BudgetLimits.Budgets
            ? null
            : new("FIN1155", "shard", $"{count} budgets in this stack", $"at most {BudgetLimits.Budgets}, the limit of one account", $"Spread the accounts over {parts} stacks, each deployed from an account of its own: shard: {{ number: 1, of: {parts} }} and so on.");
    }

    /// <summary>Two budgets of the same period that count the same cost tell everybody twice.</summary>
    private static IEnumerable<BudgetFinding> Overlaps(IReadOnlyList<PlannedBudget> budgets)
    {
        foreach (var same in budgets.GroupBy(budget => budget.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            foreach (var second in same.Skip(1))
            {
                yield return new("FIN1153", second.Path, $"a second budget for what {same.First().Path} counts ({same.Key})", "one budget for one scope and period", "Keep one of the two.");
            }
        }
    }

    private static IEnumerable<BudgetFinding> Limits(PlannedBudget budget, string prefix)
    {
        if (budget.Alerts.Count > BudgetLimits.AlertsOfABudget)
        {
            yield return new("FIN1154", budget.Path, $"{budget.Alerts.Count} alerts", $"at most {BudgetLimits.AlertsOfABudget} alerts, actual and forecast together", "Leave out the thresholds that nobody acts on.");
        }

        if (budget.Period == BudgetPeriod.Daily && budget.Alerts.Any(alert => alert.OnForecast))
        {
            yield return new("FIN1154", budget.Path, "a forecast alert on a daily budget", "alerts on actual spend", "Set forecastAlerts: [] for it.");
        }

        if (budget.Recipients.Count > BudgetLimits.AddressesOfAnAlert)
        {
            yield return new("FIN1154", budget.Path, $"{budget.Recipients.Count} recipients, the owner's mailbox included", $"at most {BudgetLimits.AddressesOfAnAlert}", "Use a group address.");
        }

        if (prefix.Length + budget.Id.Length > BudgetLimits.NameLength)
        {
            yield return new("FIN1154", budget.Path, $"a budget name of {prefix.Length + budget.Id.Length} characters", $"at most {BudgetLimits.NameLength}", "Use a shorter name.");
        }
    }

    private static IEnumerable<BudgetFinding> Plans(PlannedBudget budget, BillingMonth now)
    {
        if (budget.Limit is AdjustingLimit { HistoryPeriods: { } periods } && (periods < 1 || periods > BudgetLimits.HistoryPeriods(budget.Period)))
        {
            yield return new("FIN1152", budget.Path, $"{periods} periods of history", $"1 to {BudgetLimits.HistoryPeriods(budget.Period)} for a {Word(budget.Period)} budget", "Look back less.");
        }

        if (budget.Limit is not PlannedLimit plan)
        {
            yield break;
        }

        if (budget.Period == BudgetPeriod.Daily)
        {
            yield return new("FIN1152", budget.Path, "a plan for a daily budget", "a fixed or adjusting limit", "Plan months or quarters.");
        }

        if (plan.Steps.Count == 0 || plan.Steps[0].Month > now)
        {
            yield return new("FIN1152", budget.Path, plan.Steps.Count == 0 ? "an empty plan" : $"a plan that begins in {plan.Steps[0].Month}", $"a plan that begins by {now}", $"State {now} too.");
        }

        var stride = budget.Period == BudgetPeriod.Quarterly ? 3 : 1;
        foreach (var (before, after) in plan.Steps.Zip(plan.Steps.Skip(1)).Where(pair => pair.First.Month.AddMonths(stride) != pair.Second.Month))
        {
            yield return new("FIN1152", budget.Path, $"nothing between {before.Month} and {after.Month}", stride == 3 ? "the first month of every quarter" : "every month", $"State {before.Month.AddMonths(stride)} too.");
        }
    }

    /// <summary>
    /// What the children of one cut (units and accounts, teams, projects, services) were promised must fit into their parent, in
    /// every month from now on. Limits that every account gets by default promise nothing.
    /// </summary>
    private static IEnumerable<BudgetFinding> BeyondParent(IReadOnlyList<PlannedBudget> budgets, BillingMonth now)
    {
        var parents = budgets.GroupBy(budget => budget.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var cuts = budgets
            .Where(budget => budget is { ParentId: not null, IsDefault: false })
            .GroupBy(budget => (Parent: budget.ParentId!, Cut: budget.Level == BudgetLevel.Account ? BudgetLevel.Unit : budget.Level));
        foreach (var cut in cuts)
        {
            var parent = parents[cut.Key.Parent];
            foreach (var month in Enumerable.Range(0, 12).Select(now.AddMonths))
            {
                var promised = cut.Aggregate(Money.Usd(0), (sum, child) => sum + (child.Limit.In(month) ?? Money.Usd(0)));
                if (parent.Limit.In(month) is { } limit && promised > limit)
                {
                    yield return new("FIN1151", parent.Path, $"{Amount(limit)}, less than the {Amount(promised)} of its {cut.Count()} {Plural(cut.Key.Cut)} in {month}", "at least what its children have", $"Raise it, or lower one of {string.Join(", ", cut.Take(3).Select(child => child.Path))}.");
                    break;
                }
            }
        }
    }

    private static string Amount(Money money) => string.Create(CultureInfo.InvariantCulture, $"{money.Amount:0.##} {money.Currency}");

    private static string Word(BudgetPeriod period) => period.ToString().ToLowerInvariant();

    private static string Plural(BudgetLevel cut) => cut switch
    {
        BudgetLevel.Unit => "units and accounts",
        BudgetLevel.Team => "teams",
        BudgetLevel.Project => "projects",
        _ => "services",
    };
}
