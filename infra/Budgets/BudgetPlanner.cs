using FinOps.Core.Budgeting;
using FinOps.Core.Costs;
using FinOps.Infra.Settings;

namespace FinOps.Infra.Budgets;

/// <summary>Config and organization in, the tree of budgets out, with everything that is wrong told. Pure.</summary>
internal sealed class BudgetPlanner(BudgetsSettings settings, StackFacts facts, SettingsProblems problems)
{
    /// <summary>Before a budget's id in its name, so that ours are known among others.</summary>
    public const string Prefix = "finops-";

    private readonly BillingMonth _now = BillingMonth.Containing(facts.Time.GetUtcNow());
    private readonly Dictionary<string, string> _parentUnits = facts.Organization.Units.ToDictionary(unit => unit.Id, unit => unit.ParentId, StringComparer.Ordinal);

    public BudgetPlan Plan()
    {
        var scopes = new BudgetScopes(settings, facts, problems).Find();
        // The units that have a budget, by period: a child belongs to the nearest one above it.
        var units = scopes.Where(scope => scope.Level == BudgetLevel.Unit)
            .SelectMany(scope => Periods(scope.Settings).Select(period => (scope.Id["unit-".Length..], period)))
            .ToHashSet();
        var organization = Periods(settings.Organization).ToHashSet();
        var budgets = scopes.SelectMany(scope => Budgets(scope, units, organization).Select(budget => (Scope: scope, Budget: budget))).ToList();
        foreach (var finding in BudgetRules.Check([.. budgets.Select(entry => entry.Budget)], _now, Prefix).Distinct())
        {
            Tell(finding);
        }

        var shard = settings.Shard is { } asked ? new BudgetShard(asked.Number, asked.Of) : BudgetShard.Whole;
        var declared = budgets.Where(entry => shard.Has(entry.Scope.AccountId)).ToList();
        var commitments = shard.Number == 1 ? Commitments() : [];
        if (BudgetRules.CheckCount(declared.Count + commitments.Count, shard) is { } tooMany)
        {
            Tell(tooMany);
        }

        return new BudgetPlan(
            [.. declared.Select(entry => entry.Budget)],
            commitments,
            [.. declared.Where(entry => entry.Budget.Period == BudgetPeriod.Monthly).SelectMany(entry => Actions(entry.Scope, entry.Budget))],
            Gaps(scopes));
    }

    private static IEnumerable<BudgetPeriod> Periods(BudgetSettings asked)
    {
        if (asked.HasMonthly)
        {
            yield return BudgetPeriod.Monthly;
        }

        if (asked.Quarterly is not null || asked.PlannedQuarters.Count > 0)
        {
            yield return BudgetPeriod.Quarterly;
        }

        if (asked.Daily is not null)
        {
            yield return BudgetPeriod.Daily;
        }
    }

    private static string IdOf(string scope, BudgetPeriod period) => period == BudgetPeriod.Monthly ? scope : $"{scope}-{period.ToString().ToLowerInvariant()}";

    private IEnumerable<PlannedBudget> Budgets(BudgetScope scope, HashSet<(string Unit, BudgetPeriod Period)> units, HashSet<BudgetPeriod> organization)
    {
        var asked = scope.Settings;
        List<string> recipients = [.. (asked.Emails ?? settings.Emails).Concat(settings.TellOwners && scope.OwnerEmail is { } owner ? [owner] : []).Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (var period in Periods(asked))
        {
            yield return new PlannedBudget(IdOf(scope.Id, period), scope.Path, scope.Level, period, Limit(scope, period), scope.Filter, Parent(scope, period, units, organization))
            {
                IsDefault = scope.IsDefault,
                Recipients = recipients,
                Alerts =
                [
                    .. (asked.ActualAlerts ?? settings.ActualAlerts).Select(at => new BudgetAlert(OnForecast: false, at)),
                    .. (asked.ForecastAlerts ?? (period == BudgetPeriod.Daily ? [] : settings.ForecastAlerts)).Select(at => new BudgetAlert(OnForecast: true, at)),
                ],
            };
        }
    }

    private string? Parent(BudgetScope scope, BudgetPeriod period, HashSet<(string Unit, BudgetPeriod Period)> units, HashSet<BudgetPeriod> organization)
    {
        for (var above = scope.ParentId; above is not null; above = _parentUnits.GetValueOrDefault(above))
        {
            if (units.Contains((above, period)))
            {
                return IdOf($"unit-{above}", period);
            }
        }

        return scope.Level != BudgetLevel.Organization && organization.Contains(period) ? IdOf("organization", period) : null;
    }

    private BudgetLimit Limit(BudgetScope scope, BudgetPeriod period) => (period, scope.Settings) switch
    {
        (BudgetPeriod.Daily, { Daily: { } daily }) => new FixedLimit(Money.Usd(daily)),
        (BudgetPeriod.Quarterly, { Quarterly: { } quarterly }) => new FixedLimit(Money.Usd(quarterly)),
        (BudgetPeriod.Quarterly, var asked) => Planned(asked.PlannedQuarters, scope.Path, "plannedQuarters"),
        (_, { Adjust: { } adjust }) => new AdjustingLimit(adjust.By == AdjustBy.History ? adjust.Months : null),
        (_, { Monthly: { } monthly }) => new FixedLimit(Money.Usd(monthly)),
        var (_, asked) => Planned(asked.PlannedMonths, scope.Path, "plannedMonths"),
    };

    private PlannedLimit Planned(IReadOnlyDictionary<string, decimal> stated, string path, string key)
    {
        var steps = new List<(BillingMonth Month, Money Amount)>();
        foreach (var (text, amount) in stated)
        {
            if (BillingMonth.TryParse(text, out var month) && (key == "plannedMonths" || month.Month % 3 == 1))
            {
                steps.Add((month, Money.Usd(amount)));
                continue;
            }

            problems.At(path).At(key).At(text).Add(text, key == "plannedMonths" ? "a month" : "the first month of a quarter", "For example 2026-01.", "FIN1152");
        }

        return new PlannedLimit([.. steps.OrderBy(step => step.Month)]);
    }

    private List<CommitmentBudget> Commitments()
    {
        var commitments = new List<CommitmentBudget>();
        foreach (var (name, asked) in settings.Commitments)
        {
            var id = $"commitment-{PlannedBudget.Slug(name)}";
            if (commitments.Exists(other => other.Id == id))
            {
                problems.At("commitments").At(name).Add($"a second budget called {id}", "names that differ in letters or digits", "Rename one.", "FIN1153");
            }

            commitments.Add(new CommitmentBudget(id, asked, asked.Emails ?? settings.Emails));
        }

        return commitments;
    }

    private IEnumerable<PlannedAction> Actions(BudgetScope scope, PlannedBudget budget)
    {
        foreach (var (name, asked) in scope.Settings.Actions)
        {
            var at = problems.At(scope.Path).At("actions").At(name);
            yield return new PlannedAction($"{budget.Id}-{PlannedBudget.Slug(name)}", budget.Id, asked, [.. asked.Targets.Select((target, index) => Target(target, at.At("targets").At($"[{index}]"))).OfType<string>()], budget.Recipients);
        }
    }

    /// <summary>A target is an account when one is called so, else it must be a unit.</summary>
    private string? Target(string target, SettingsProblems at) =>
        facts.Organization.Accounts.Concat(facts.Organization.ClosedAccounts).Any(account => account.Id == target || account.Name == target)
            ? facts.Organization.Account(target, at)?.Id
            : facts.Organization.Unit(target, at)?.Id;

    private List<string> Gaps(IReadOnlyList<BudgetScope> scopes)
    {
        var watched = scopes.Where(scope => scope.Filter?.Name == "LinkedAccount").SelectMany(scope => scope.Filter!.Values).ToHashSet(StringComparer.Ordinal);
        var teams = scopes.Where(scope => scope.Level == BudgetLevel.Team).Select(scope => scope.Id).ToHashSet(StringComparer.Ordinal);
        List<string> gaps =
        [
            .. facts.Organization.Accounts.Where(account => !watched.Contains(account.Id)).Select(account => $"account {account.Id} ({account.Name})"),
            .. facts.Standard.Teams.Where(team => teams.Count > 0 && !teams.Contains($"team-{PlannedBudget.Slug(team.Name)}")).Select(team => $"team {team.Name}"),
        ];
        if (settings.RequireCoverage)
        {
            foreach (var gap in gaps)
            {
                problems.At("requireCoverage").Add($"{gap} without a budget", "a budget for each", "Add it, or set everyAccount.", "FIN1157");
            }
        }

        return gaps;
    }

    private void Tell(BudgetFinding finding) => problems.At(finding.Path).Add(finding.Found, finding.Allowed, finding.Fix, finding.Id);
}
