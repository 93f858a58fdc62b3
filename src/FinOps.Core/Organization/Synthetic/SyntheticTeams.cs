namespace FinOps.Core.Organization.Synthetic;

/// <summary>The teams of the organization, with what their tags should say.</summary>
public static class SyntheticTeams
{
    private static readonly Dictionary<string, (string CostCenter, string[] Projects)> ByName = new(StringComparer.Ordinal)
    {
        ["payments"] = ("4100", ["ledger", "payouts", "fraud-screening"]),
        ["checkout"] = ("4200", ["storefront", "cart", "promotions"]),
        ["search"] = ("4300", ["catalog-index", "ranking", "suggestions"]),
        ["data-platform"] = ("5100", ["lakehouse", "streaming", "reporting"]),
        ["platform"] = ("5200", ["developer-portal", "observability", "build-farm"]),
    };

    /// <summary>The tag keys that resources of the organization should carry.</summary>
    public static IReadOnlyList<string> TagKeys { get; } = ["Project", "Team", "Environment", "CostCenter", "Owner"];

    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys];

    /// <summary>Four digits.</summary>
    public static string CostCenter(string team) => ByName[team].CostCenter;

    public static IReadOnlyList<string> Projects(string team) => ByName[team].Projects;

    /// <summary>The mailbox of the team: an owner is a team, not a person.</summary>
    public static string Owner(string team) => $"{team}@example.com";
}
