using FinOps.Core.Budgeting;
using FinOps.Core.Tagging;
using FinOps.Infra.Organization;
using FinOps.Infra.Settings;

namespace FinOps.Infra.Budgets;

/// <summary>Finds what the config asks budgets for in the organization and in the tag standard, and tells what is not there.</summary>
internal sealed class BudgetScopes(BudgetsSettings settings, StackFacts facts, SettingsProblems problems)
{
    private const string ProjectKey = "Project";

    private OrganizationModel Organization => facts.Organization;

    public IReadOnlyList<BudgetScope> Find() =>
    [
        new BudgetScope("organization", "organization", BudgetLevel.Organization, settings.Organization, Filter: null),
        .. Units(),
        .. Accounts(),
        .. Teams(),
        .. Projects(),
        .. settings.Services.Select(service => new BudgetScope($"service-{PlannedBudget.Slug(service.Key)}", $"services.{service.Key}", BudgetLevel.Service, service.Value, BudgetFilter.Service(service.Key))),
    ];

    private IEnumerable<BudgetScope> Units()
    {
        foreach (var (name, asked) in settings.Units)
        {
            var at = problems.At("units").At(name);
            if (Organization.Unit(name, at) is not { } unit)
            {
                continue;
            }

            var accounts = Organization.AccountsBelow(unit).Select(account => account.Id).ToList();
            if (accounts.Count == 0)
            {
                at.Add("a unit without active accounts", "a unit that can spend", "Remove it until it has accounts.", "FIN1157");
                continue;
            }

            yield return new BudgetScope($"unit-{unit.Id}", $"units.{name}", BudgetLevel.Unit, asked, BudgetFilter.Accounts(accounts), unit.ParentId);
        }
    }

    private IEnumerable<BudgetScope> Accounts()
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, asked) in settings.Accounts)
        {
            if (Organization.Account(name, problems.At("accounts").At(name)) is { } account)
            {
                named.Add(account.Id);
                yield return Account(account, asked, $"accounts.{name}");
            }
        }

        if (settings.EveryAccount is { } everyAccount)
        {
            foreach (var account in Organization.Accounts.Where(account => !named.Contains(account.Id)))
            {
                yield return Account(account, everyAccount, "everyAccount") with { IsDefault = true };
            }
        }
    }

    private BudgetScope Account(OrganizationAccount account, BudgetSettings asked, string path) =>
        new($"account-{account.Id}", path, BudgetLevel.Account, asked, BudgetFilter.Accounts([account.Id]), account.ParentId)
        {
            AccountId = account.Id,
            OwnerEmail = account.Owner.Team is { } team ? facts.Standard.Team(team)?.OwnerEmail : null,
        };

    private IEnumerable<BudgetScope> Teams()
    {
        var category = facts.Standard.AllocationKey ?? "Team";
        BudgetScope Scope(Team team, BudgetSettings asked, string path) =>
            new($"team-{PlannedBudget.Slug(team.Name)}", path, BudgetLevel.Team, asked, BudgetFilter.CostCategory(category, team.Name)) { OwnerEmail = team.OwnerEmail };

        foreach (var (name, asked) in settings.Teams)
        {
            if (facts.Standard.Team(name) is { } team)
            {
                yield return Scope(team, asked, $"teams.{name}");
                continue;
            }

            var teams = facts.Standard.Teams.Select(known => known.Name).ToList();
            problems.At("teams").At(name).Add("a team that the tag standard does not have", string.Join(", ", teams), Spelling.Nearest(name, teams) is { } nearest ? $"Did you mean '{nearest}'?" : "Add it to tag-standard.yaml first.", "FIN1157");
        }

        foreach (var team in facts.Standard.Teams.Where(team => settings.EveryTeam && team.MonthlyBudget is not null && !settings.Teams.ContainsKey(team.Name)))
        {
            yield return Scope(team, new BudgetSettings { Monthly = team.MonthlyBudget!.Value.Amount }, "everyTeam");
        }
    }

    private IEnumerable<BudgetScope> Projects()
    {
        foreach (var (name, asked) in settings.Projects)
        {
            if (facts.Standard.Key(ProjectKey)?.Judge(name) is { } finding)
            {
                problems.At("projects").At(name).Add(name, finding.Allowed, $"{finding}.", "FIN1157");
                continue;
            }

            yield return new BudgetScope($"project-{PlannedBudget.Slug(name)}", $"projects.{name}", BudgetLevel.Project, asked, BudgetFilter.Tag(ProjectKey, name));
        }
    }
}
