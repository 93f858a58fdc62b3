using System.Collections.Immutable;
using System.Globalization;
using FinOps.Core.Problems;
using FinOps.Core.StrictYaml;
using FinOps.Core.Tagging;

namespace FinOps.Core.Waivers;

/// <summary>
/// Reads <c>waivers.yaml</c>:
/// <code>
/// version: 1
/// maxLife: { high: 60 }
/// waivers:
///   - { rule: COST002, resource: "*::legacy-*", owner: payments@example.com, reason: migrated in March, ticket: FIN-17, since: 2026-01-05, expires: 2026-04-01 }
/// </code>
/// </summary>
internal static class WaiverReader
{
    private const string Example = "{ rule: COST002, stack: shop/prod, owner: payments@example.com, reason: why, ticket: FIN-1, since: 2026-01-01, expires: 2026-03-01 }";
    private const string Bad = "FIN2011";

    public static WaiverList Read(string text, string source, ICollection<Problem> into)
    {
        var problems = new YamlProblems(source);
        var list = YamlText.Read(text, source, problems.All) is { } root ? Read(root, problems) : null;
        foreach (var problem in problems.All)
        {
            into.Add(problem);
        }

        return list ?? WaiverList.Empty with { Source = source };
    }

    private static WaiverList? Read(YamlNode root, YamlProblems problems)
    {
        if (YamlMapReader.Of(root, "", problems, "version: 1") is not { } reader)
        {
            return null;
        }

        reader.RequireVersion("1");

        var maxLife = ReadMaxLife(reader, problems);
        var waivers = ImmutableArray.CreateBuilder<Waiver>();
        switch (reader.Node("waivers"))
        {
            case null:
                break;
            case YamlList items:
                for (var i = 0; i < items.Items.Count; i++)
                {
                    if (YamlMapReader.Of(items.Items[i], $"waivers[{i}]", problems, Example) is { } item && ReadWaiver(item, problems) is { } waiver)
                    {
                        waivers.Add(waiver);
                    }
                }

                break;
            case var other:
                problems.Add(YamlProblems.WrongType, other, "waivers", YamlProblems.Describe(other), "a list", $"For example: waivers: [{Example}]");
                break;
        }

        reader.Finish();
        return new WaiverList(problems.Source, waivers.ToImmutable(), maxLife);
    }

    private static ImmutableDictionary<string, int> ReadMaxLife(YamlMapReader reader, YamlProblems problems)
    {
        var lives = WaiverList.DefaultMaxLife;
        if (reader.SubMap("maxLife", "high: 60") is not { } map)
        {
            return lives;
        }

        foreach (var severity in WaiverList.DefaultMaxLife.Keys.Order(StringComparer.Ordinal))
        {
            if (map.Text(severity) is not { } days)
            {
                continue;
            }

            if (int.TryParse(days.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 3660)
            {
                lives = lives.SetItem(severity, number);
            }
            else
            {
                problems.Add(YamlProblems.WrongType, days, map.Child(severity), YamlProblems.Quote(days.Text), "1 to 3660 days", $"Write {severity}: 60");
            }
        }

        map.Finish();
        return lives;
    }

    private static Waiver? ReadWaiver(YamlMapReader item, YamlProblems problems)
    {
        foreach (var (name, what) in new[]
        {
            ("rule", "a rule id"), ("owner", "the mailbox of who answers for it"), ("reason", "why the rule does not hold here"),
            ("ticket", "where it was decided"), ("since", "a date"), ("expires", "a date"),
        })
        {
            item.Require(name, what, $"For example: {Example}");
        }

        var (rule, owner, reason, ticket) = (item.Text("rule"), item.Text("owner"), item.Text("reason"), item.Text("ticket"));
        var (since, expires) = (Date(item, "since", problems), Date(item, "expires", problems));
        var (resource, type, stack, account) = (item.Text("resource"), item.Text("type"), item.Text("stack"), item.Text("account"));
        if (resource is null && type is null && stack is null && account is null)
        {
            problems.Add(Bad, item.Map, item.Path, "a waiver without a scope", "at least one of resource, type, stack and account",
                "Say where it holds; a rule that holds nowhere is switched off in the pack's configuration instead.");
        }

        if (account is not null && (account.Text.Length != 12 || !account.Text.All(char.IsAsciiDigit)))
        {
            problems.Add(Bad, account, item.Child("account"), YamlProblems.Quote(account.Text), "twelve digits", "Write account: '111122223333' in quotes.");
        }

        foreach (var (name, text) in new[] { ("rule", rule), ("owner", owner), ("reason", reason), ("ticket", ticket) })
        {
            if (text is not null && string.IsNullOrWhiteSpace(text.Text))
            {
                problems.Add(Bad, text, item.Child(name), "nothing", "text", $"For example: {Example}");
            }
        }

        if (since is not null && expires is not null && expires <= since)
        {
            problems.Add(Bad, item.Node("expires")!, item.Child("expires"), $"{expires:yyyy-MM-dd}", $"a day after {since:yyyy-MM-dd}", "Give the first day on which the rule holds again.");
        }

        item.Finish();
        return rule is null || owner is null || reason is null || ticket is null || since is null || expires is null
            ? null
            : new Waiver(rule.Text, Glob(resource), Glob(type), Glob(stack), account?.Text, owner.Text, reason.Text, ticket.Text, since.Value, expires.Value, item.Map.Line);
    }

    private static TypeGlob? Glob(YamlScalar? text) => text is null ? null : new TypeGlob(text.Text);

    private static DateOnly? Date(YamlMapReader item, string name, YamlProblems problems)
    {
        if (item.Text(name) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        problems.Add(YamlProblems.WrongType, text, item.Child(name), YamlProblems.Quote(text.Text), "a date as year-month-day", $"Write {name}: 2026-03-01");
        return null;
    }
}
