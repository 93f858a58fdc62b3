using FinOps.Core.Tagging;
using FinOps.Infra.Settings;

namespace FinOps.Infra.Organization;

/// <summary>The organization as it stands, with who owns what; read before anything is declared.</summary>
/// <param name="Accounts">Accounts that can spend (active or being activated), by id.</param>
/// <param name="ClosedAccounts">Suspended and closed ones: known, so that config naming them gets a true answer.</param>
public sealed record OrganizationModel(
    string Id,
    string RootId,
    string ManagementAccountId,
    IReadOnlyList<OrganizationAccount> Accounts,
    IReadOnlyList<OrganizationAccount> ClosedAccounts)
{
    private readonly Lazy<ILookup<string, OrganizationAccount>> _accounts = new(() => Accounts.Concat(ClosedAccounts)
        .SelectMany(account => new[] { account.Id, account.Name }.Distinct(StringComparer.Ordinal), (account, key) => (account, key))
        .ToLookup(entry => entry.key, entry => entry.account, StringComparer.Ordinal));

    /// <summary>Every organizational unit, parents before their children.</summary>
    public IReadOnlyList<OrganizationUnit> Units { get; init; } = [];

    /// <summary>Policy types that are enabled on the root, <c>TAG_POLICY</c>.</summary>
    public IReadOnlyList<string> EnabledPolicyTypes { get; init; } = [];

    /// <summary>Service principals that may act in the organization.</summary>
    public IReadOnlyList<string> ServiceAccess { get; init; } = [];

    /// <summary>The account that a person means; null, and told (FIN1102), when there is none, several, or it cannot spend.</summary>
    public OrganizationAccount? Account(string idOrName, SettingsProblems problems)
    {
        var found = _accounts.Value[idOrName].ToList();
        switch (found)
        {
            case [{ CanSpend: true } account]:
                return account;
            case [var closed]:
                problems.Add($"account {closed.Id} ({closed.Name}), which is {closed.State}", "an active account", "Remove it: a closed account cannot spend.", "FIN1102");
                return null;
            case []:
                var nearest = Spelling.Nearest(idOrName, Accounts.SelectMany(account => new[] { account.Name, account.Id }));
                problems.Add("an account that the organization does not have", "an account id or account name", nearest is null ? "Remove it." : $"Did you mean '{nearest}'?", "FIN1102");
                return null;
            default:
                problems.Add($"a name of {found.Count} accounts", "one account", $"Use an id: {string.Join(", ", found.Select(account => account.Id))}.", "FIN1102");
                return null;
        }
    }

    /// <summary>The unit with that id, path (<c>Workloads/Prod</c>) or name; null, and told (FIN1102), when there is none or several.</summary>
    public OrganizationUnit? Unit(string idPathOrName, SettingsProblems problems)
    {
        var found = Units.Where(unit => unit.Id == idPathOrName || unit.Path == idPathOrName).ToList();
        found = found.Count > 0 ? found : [.. Units.Where(unit => unit.Name == idPathOrName)];
        switch (found)
        {
            case [var unit]:
                return unit;
            case []:
                var nearest = Spelling.Nearest(idPathOrName, Units.SelectMany(unit => new[] { unit.Path, unit.Name, unit.Id }));
                problems.Add("an organizational unit that the organization does not have", "the id, path or name of a unit", nearest is null ? "Remove it." : $"Did you mean '{nearest}'?", "FIN1102");
                return null;
            default:
                problems.Add($"a name of {found.Count} units", "one unit", $"Use a path: {string.Join(", ", found.Select(unit => unit.Path))}.", "FIN1102");
                return null;
        }
    }

    /// <summary>The accounts that can spend below a unit, at any depth.</summary>
    public IEnumerable<OrganizationAccount> AccountsBelow(OrganizationUnit unit)
    {
        var below = Units.Where(other => other.Path == unit.Path || other.Path.StartsWith(unit.Path + "/", StringComparison.Ordinal)).Select(other => other.Id).ToHashSet(StringComparer.Ordinal);
        return Accounts.Where(account => below.Contains(account.ParentId));
    }
}
