using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FinOps.Core.Costs;
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

            var budget = ReadBudget(team, problems);
            team.Finish();
            teams.Add(new Team(name.Text, owner?.Text ?? "") { MonthlyBudget = budget });
        }

        return teams.ToImmutable();
    }

    /// <summary>For example <c>monthlyBudget: 12000 USD</c>.</summary>
    private static Money? ReadBudget(YamlMapReader team, YamlProblems problems)
    {
        if (team.Text("monthlyBudget") is not { } text)
        {
            return null;
        }

        var parts = text.Text.Split(' ');
        if (parts.Length == 2 && parts[1].Length == 3 && parts[1].All(char.IsAsciiLetterUpper)
            && decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0)
        {
            return new Money(amount, parts[1]);
        }

        problems.Add(YamlProblems.WrongType, text, team.Child("monthlyBudget"), YamlProblems.Quote(text.Text), "an amount above zero and a currency", "Write monthlyBudget: 12000 USD");
        return null;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(\.[A-Za-z0-9\-]{1,63})+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
