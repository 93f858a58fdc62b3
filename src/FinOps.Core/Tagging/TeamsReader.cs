using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FinOps.Core.StrictYaml;

namespace FinOps.Core.Tagging;

/// <summary>Reads <c>teams:</c>, for example <c>payments: { owner: payments@example.com }</c>.</summary>
internal static partial class TeamsReader
{
    public static ImmutableArray<Team> Read(YamlMapReader standard, YamlProblems problems)
    {
        var teams = ImmutableArray.CreateBuilder<Team>();
        if (standard.SubMap("teams", "payments: { owner: payments@example.com }") is not { } map)
        {
            return [];
        }

        foreach (var name in map.Keys)
        {
            TagStandardChecks.Value(name, map.Child(name.Text), problems);
            if (map.SubMap(name.Text, "{ owner: payments@example.com }") is not { } team)
            {
                continue;
            }

            team.Require("owner", "the e-mail address of a shared mailbox", $"Write owner: {name.Text}@example.com");
            var owner = team.Text("owner");
            if (owner is not null && !Address().IsMatch(owner.Text))
            {
                problems.Add(TagStandardReader.OutOfLimits, owner, team.Child("owner"), YamlProblems.Quote(owner.Text), "an e-mail address", $"Write owner: {name.Text}@example.com");
            }

            team.Finish();
            teams.Add(new Team(name.Text, owner?.Text ?? ""));
        }

        return teams.ToImmutable();
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(\.[A-Za-z0-9\-]{1,63})+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
