using FinOps.Infra.Organization;
using FinOps.Infra.Settings;

namespace FinOps.Infra.Budgets;

/// <summary>Which budgets the stack declares: pure, so that every mistake is known before anything is registered.</summary>
/// <param name="Organization">The limit of the whole organization, USD a month.</param>
/// <param name="Accounts">One budget for each account that can spend.</param>
public sealed record BudgetPlan(decimal Organization, IReadOnlyList<AccountBudget> Accounts)
{
    /// <summary>Tells FIN1102 for a limit that names an account that does not exist, is closed, or is named twice.</summary>
    public static BudgetPlan From(BudgetsSettings settings, OrganizationModel organization, SettingsProblems problems)
    {
        var limits = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (name, limit) in settings.Accounts)
        {
            var at = problems.At("accounts").At(name);
            if (organization.Account(name, at) is { } account && !limits.TryAdd(account.Id, limit))
            {
                at.Add($"a second limit for account {account.Id} ({account.Name})", "one limit for an account", "Keep the one by account id.", "FIN1102");
            }
        }

        return new BudgetPlan(settings.OrganizationMonthly, [.. organization.Accounts.Select(account => new AccountBudget(account, limits.GetValueOrDefault(account.Id, settings.AccountMonthly)))]);
    }
}

/// <param name="Monthly">USD a month.</param>
public sealed record AccountBudget(OrganizationAccount Account, decimal Monthly);
