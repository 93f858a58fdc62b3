namespace FinOps.Core.Organization.Synthetic.Resources;

/// <summary>
/// The tags of a resource as its own service tells them. The bill shows a part of these only: the keys that somebody activated for cost
/// allocation, and one (<c>aws:createdBy</c>) that exists nowhere but on the bill.
/// </summary>
internal static class LiveTags
{
    private const string OnlyOnBill = "aws:createdBy";

    private static readonly (string Key, string[] Wrong)[] WrongKeys =
    [
        ("Owner", ["Owners", "owner", "Onwer"]),
        ("CostCenter", ["cost-center", "Cost Center", "CostCentre", "costcenter"]),
        ("Project", ["projects", "Project_Name"]),
    ];

    // What "lives" next to the catalog's spelling in any organization, with the right one first.
    private static readonly string[] Schedules = ["office-hours", "office-hours", "office-hours", "extended-hours", "Office-Hours", "office_hours", "ignore"];

    /// <param name="billed">What the bill shows.</param>
    /// <param name="hash">Of the resource.</param>
    public static IReadOnlyDictionary<string, string> Of(SyntheticAccount account, string type, IReadOnlyDictionary<string, string> billed, ulong hash)
    {
        if (billed.Count == 0)
            return billed;
        var (tags, roll) = (new Dictionary<string, string>(billed, StringComparer.Ordinal), StableHash.Mix(hash ^ 0x11FE));
        tags.Remove(OnlyOnBill);
        foreach (var (key, wrong) in WrongKeys)
            if (!tags.ContainsKey(key) && Chance(ref roll, 500))
                tags[wrong[(int)(roll / 1_000 % (ulong)wrong.Length)]] = key switch
                {
                    "Owner" => SyntheticTeams.Owner(account.Team),
                    "CostCenter" => SyntheticTeams.CostCenter(account.Team),
                    _ => account.Project,
                };
        if (Chance(ref roll, 600))
            tags["Name"] = $"{account.Project}-{type[(type.IndexOf(':', StringComparison.Ordinal) + 1)..]}-{hash % 100:00}";
        if (CanBeStopped(type) && Chance(ref roll, account.Environment == "prod" ? 60 : 750))
            tags[Chance(ref roll, 60) ? "schedule" : "Schedule"] = Schedules[(int)(roll / 1_000 % (ulong)Schedules.Length)];
        return tags;
    }

    private static bool CanBeStopped(string type) => type is "ec2:instance" or "rds:db" or "rds:cluster" or "autoscaling:autoScalingGroup";

    /// <summary>Of those without tags, a part had some once.</summary>
    public static bool WereOnce(ulong hash) => StableHash.Mix(hash ^ 0x0DD) % 1_000 < 350;

    private static bool Chance(ref ulong roll, int perMille)
    {
        roll = StableHash.Mix(roll);
        return roll % 1_000 < (ulong)perMille;
    }
}
