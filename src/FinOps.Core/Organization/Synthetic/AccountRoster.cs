using System.Globalization;

namespace FinOps.Core.Organization.Synthetic;

/// <summary>Who sits at which index: five core accounts, then teams' workload accounts in rounds of sixteen.</summary>
internal static class AccountRoster
{
    public const int CoreAccounts = 5;
    public const int SuspendedIndex = 11;

    private static readonly RosterEntry[] Core =
    [
        new("management", OrganizationUnits.Root, "platform", "prod", "organization"),
        new("log-archive", OrganizationUnits.Security, "platform", "prod", "audit"),
        new("security-audit", OrganizationUnits.Security, "platform", "prod", "audit"),
        new("network", OrganizationUnits.Infrastructure, "platform", "prod", "network"),
        new("shared-services", OrganizationUnits.Infrastructure, "platform", "prod", "developer-portal"),
    ];

    // One round; production first, so that a small organization already has the accounts that cost most.
    private static readonly (string Team, string Environment)[] Round =
    [
        ("payments", "prod"), ("checkout", "prod"), ("search", "prod"), ("data-platform", "prod"), ("platform", "prod"),
        ("payments", "staging"), ("platform", "sandbox"), ("checkout", "staging"), ("payments", "dev"), ("checkout", "dev"),
        ("search", "staging"), ("search", "dev"), ("data-platform", "staging"), ("data-platform", "dev"), ("platform", "dev"),
        ("data-platform", "sandbox"),
    ];

    public static RosterEntry At(int index)
    {
        if (index < Core.Length)
            return Core[index];
        if (index == SuspendedIndex)
            return new RosterEntry("legacy-intranet", OrganizationUnits.Suspended, "platform", "prod", "intranet");

        var (round, slot) = Math.DivRem(index - Core.Length, Round.Length);
        var (team, environment) = Round[slot];
        var projects = SyntheticTeams.Projects(team);
        var project = projects[round % projects.Count];
        var generation = round / projects.Count;
        var name = generation == 0
            ? $"{team}-{project}-{environment}"
            : string.Create(CultureInfo.InvariantCulture, $"{team}-{project}-{environment}-{generation + 1}");
        var unit = environment switch
        {
            "prod" => OrganizationUnits.Production,
            "sandbox" => OrganizationUnits.Sandbox,
            _ => OrganizationUnits.NonProduction,
        };
        return new RosterEntry(name, unit, team, environment, project);
    }
}
