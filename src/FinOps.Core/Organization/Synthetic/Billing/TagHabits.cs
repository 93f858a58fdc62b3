namespace FinOps.Core.Organization.Synthetic.Billing;

/// <summary>The tags that a resource really carries: mostly right, sometimes missing, sometimes mistyped, as in any organization.</summary>
internal static class TagHabits
{
    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal);

    /// <param name="roll">Decides everything by chance, but always the same way for the same resource.</param>
    public static IReadOnlyDictionary<string, string> TagsOf(SyntheticAccount account, ulong roll)
    {
        if (Chance(ref roll, UntaggedPerMille(account)))
            return None;

        var tags = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Project"] = ProjectOf(account, ref roll),
            ["Team"] = account.Team,
            ["Environment"] = account.Environment,
            ["CostCenter"] = SyntheticTeams.CostCenter(account.Team),
            ["Owner"] = SyntheticTeams.Owner(account.Team),
        };
        Misspell(tags, ref roll);
        foreach (var (key, perMille) in ((string, int)[])[("Owner", 70), ("CostCenter", 60), ("Project", 30)])
            if (Chance(ref roll, perMille))
                tags.Remove(key);
        if (Chance(ref roll, 90))
            tags["aws:cloudformation:stack-name"] = $"{account.Project}-base";
        if (Chance(ref roll, 120))
            tags["aws:createdBy"] = "AssumedRole:AROAEXAMPLEPIPELINE:deploy";
        return tags;
    }

    // A few accounts never took part in tagging: they are the drivers of unallocated cost.
    private static int UntaggedPerMille(SyntheticAccount account) => account switch
    {
        { Environment: "sandbox" } => 500,
        { Index: var index } when index % 11 == 8 => 620,
        _ => 110,
    };

    private static string ProjectOf(SyntheticAccount account, ref ulong roll)
    {
        var projects = SyntheticTeams.Projects(account.Team);
        return Chance(ref roll, 250) ? projects[(int)(roll % (ulong)projects.Count)] : account.Project;
    }

    private static void Misspell(Dictionary<string, string> tags, ref ulong roll)
    {
        var team = tags["Team"];
        if (Chance(ref roll, 40))
            tags["Team"] = team.Remove(team.Length - 3, 1);
        else if (Chance(ref roll, 35) && tags.Remove("Team"))
            tags["team"] = team;

        var environment = tags["Environment"];
        if (Chance(ref roll, 40))
            tags["Environment"] = char.ToUpperInvariant(environment[0]) + environment[1..];
        if (Chance(ref roll, 25))
            tags["CostCenter"] = "CC-" + tags["CostCenter"];
    }

    private static bool Chance(ref ulong roll, int perMille)
    {
        roll = StableHash.Mix(roll);
        return roll % 1_000 < (ulong)perMille;
    }
}
