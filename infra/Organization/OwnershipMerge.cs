using FinOps.Core.Tagging;
using FinOps.Infra.Settings;

namespace FinOps.Infra.Organization;

/// <summary>Gives every unit and account its owner: from the config, the account's own tags and the units above. Pure.</summary>
internal static class OwnershipMerge
{
    private const string EnvironmentKey = "Environment";
    private const string CostCenterKey = "CostCenter";

    /// <summary>Tells FIN1102 for accounts and units that cannot be named, FIN1150 for owners that the standard does not know.</summary>
    public static OrganizationModel Merge(OrganizationModel organization, OrganizationSettings settings, TagStandard standard, SettingsProblems problems)
    {
        var units = Named(settings.Units, problems.At("units"), standard, organization.Unit, unit => unit.Id);
        var accounts = Named(settings.Accounts, problems.At("accounts"), standard, organization.Account, account => account.Id);

        var owners = new Dictionary<string, Ownership>(StringComparer.Ordinal);
        var merged = new List<OrganizationUnit>(organization.Units.Count);
        foreach (var unit in organization.Units)
        {
            var owner = units.GetValueOrDefault(unit.Id, Ownership.Unknown).Over(owners.GetValueOrDefault(unit.ParentId, Ownership.Unknown));
            owners[unit.Id] = owner;
            merged.Add(unit with { Owner = owner });
        }

        OrganizationAccount Owned(OrganizationAccount account) => account with
        {
            Owner = accounts.GetValueOrDefault(account.Id, Ownership.Unknown).Over(FromTags(account.Tags, standard)).Over(owners.GetValueOrDefault(account.ParentId, Ownership.Unknown)),
        };
        return new OrganizationModel(organization.Id, organization.RootId, organization.ManagementAccountId, [.. organization.Accounts.Select(Owned)], [.. organization.ClosedAccounts.Select(Owned)])
        {
            Units = merged,
            EnabledPolicyTypes = organization.EnabledPolicyTypes,
            ServiceAccess = organization.ServiceAccess,
        };
    }

    private static Dictionary<string, Ownership> Named<T>(
        IReadOnlyDictionary<string, Ownership> named, SettingsProblems problems, TagStandard standard, Func<string, SettingsProblems, T?> find, Func<T, string> id)
        where T : class
    {
        var owners = new Dictionary<string, Ownership>(StringComparer.Ordinal);
        foreach (var (name, owner) in named)
        {
            var at = problems.At(name);
            CheckValues(owner, standard, at);
            if (find(name, at) is { } found && !owners.TryAdd(id(found), owner))
            {
                at.Add($"a second owner for {id(found)}", "one owner", "Keep one of the two.", "FIN1150");
            }
        }

        return owners;
    }

    private static void CheckValues(Ownership owner, TagStandard standard, SettingsProblems problems)
    {
        Check("team", standard.AllocationKey, owner.Team);
        Check("environment", EnvironmentKey, owner.Environment);
        Check("costCenter", CostCenterKey, owner.CostCenter);

        void Check(string key, string? tag, string? value)
        {
            if (tag is not null && value is not null && standard.Key(tag)?.Judge(value) is { } finding)
            {
                problems.At(key).Add(value, finding.Allowed, $"{finding}.", "FIN1150");
            }
        }
    }

    /// <summary>An account's tag counts when the standard allows its value; else the unit says who owns it.</summary>
    private static Ownership FromTags(IReadOnlyDictionary<string, string> tags, TagStandard standard)
    {
        return new Ownership { Team = Allowed(standard.AllocationKey), Environment = Allowed(EnvironmentKey), CostCenter = Allowed(CostCenterKey) };

        string? Allowed(string? key) => key is not null && tags.TryGetValue(key, out var value) && standard.IsAllowed(key, value) ? value : null;
    }
}
