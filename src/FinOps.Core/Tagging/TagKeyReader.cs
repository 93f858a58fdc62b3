using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FinOps.Core.StrictYaml;

namespace FinOps.Core.Tagging;

/// <summary>Reads what the standard says about one key.</summary>
internal static class TagKeyReader
{
    private static readonly string[] Casings = ["any", "lower", "upper"];
    private static readonly string[] ValueLimits = ["values", "valuesFrom", "pattern"];

    public static TagKeyRule Read(string name, YamlMapReader entry, ImmutableArray<TypeGlob> appliesTo, ImmutableArray<string> teams, YamlProblems problems)
    {
        var pattern = entry.Text("pattern");
        var tagPolicy = entry.SubMap("tagPolicy", "reportRequiredFor: [\"ec2:instance\"]");
        var rule = new TagKeyRule
        {
            Name = name,
            Description = entry.Text("description")?.Text ?? "",
            Required = entry.Flag("required") ?? false,
            RequiredWhen = ReadRequiredWhen(entry),
            ValuesWhen = ReadValuesWhen(entry, problems),
            CostAllocation = entry.Flag("costAllocation") ?? false,
            Casing = ReadCasing(entry, problems),
            Values = ReadValues(entry, teams, problems),
            PatternText = pattern?.Text,
            Pattern = pattern is null ? null : Compile(pattern, entry.Child("pattern"), problems),
            AppliesTo = entry.Has("appliesTo") ? TagStandardReader.ReadGlobs(entry, "appliesTo", problems) : appliesTo,
            Except = TagStandardReader.ReadGlobs(entry, "except", problems),
            Synonyms = [.. (entry.Texts("synonyms") ?? []).Select(synonym => synonym.Text)],
            Example = entry.Text("example")?.Text,
            Default = entry.Text("default")?.Text,
            EnforcedFor = tagPolicy is null ? [] : ReadPolicyTypes(tagPolicy, "enforcedFor", problems),
            ReportRequiredFor = tagPolicy is null ? [] : ReadPolicyTypes(tagPolicy, "reportRequiredFor", problems),
        };
        tagPolicy?.Finish();
        TagStandardChecks.Key(rule, entry, problems);
        entry.Finish();
        return rule;
    }

    private static ValueCasing ReadCasing(YamlMapReader entry, YamlProblems problems)
    {
        var text = entry.Text("casing");
        var at = text is null ? 0 : Array.IndexOf(Casings, text.Text);
        if (at >= 0)
        {
            return (ValueCasing)at;
        }

        problems.Add(YamlProblems.WrongType, text!, entry.Child("casing"), YamlProblems.Quote(text!.Text), string.Join(", ", Casings), "Write casing: lower");
        return ValueCasing.Any;
    }

    private static ImmutableArray<string> ReadValues(YamlMapReader entry, ImmutableArray<string> teams, YamlProblems problems)
    {
        var limits = ValueLimits.Where(entry.Has).ToList();
        if (limits.Count > 1)
        {
            problems.Add(TagStandardReader.Contradiction, entry.Node(limits[1])!, entry.Child(limits[1]), string.Join(" and ", limits),
                "one of values, valuesFrom and pattern", "Keep the one that is meant.");
        }

        if (entry.Text("valuesFrom") is { } from)
        {
            if (from.Text == "teams")
            {
                if (teams.IsEmpty)
                {
                    problems.Add(TagStandardReader.Contradiction, from, entry.Child("valuesFrom"), "no teams", "the names under teams",
                        "Add teams: { payments: { owner: payments@example.com } }");
                }

                return teams;
            }

            problems.Add(YamlProblems.WrongType, from, entry.Child("valuesFrom"), YamlProblems.Quote(from.Text), "teams", "Write valuesFrom: teams, or list the values.");
        }

        var values = entry.Texts("values");
        if (values is { Count: 0 } && entry.Node("values") is YamlList { Items.Count: 0 } empty)
        {
            problems.Add(TagStandardReader.Contradiction, empty, entry.Child("values"), "an empty list", "at least one value, or no list for any text",
                "List the values or remove the entry.");
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in values ?? [])
        {
            TagStandardChecks.Value(value, entry.Child("values"), problems);
            if (!seen.Add(value.Text))
            {
                problems.Add(YamlProblems.DuplicateKey, value, entry.Child("values"), $"{YamlProblems.Quote(value.Text)} again",
                    "each value once; values that differ only by casing count as one", "Remove it.");
            }
        }

        return [.. (values ?? []).Select(value => value.Text)];
    }

    private static ImmutableDictionary<string, ImmutableArray<string>> ReadRequiredWhen(YamlMapReader entry)
    {
        var when = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        if (entry.SubMap("requiredWhen", "Environment: [prod]") is { } map)
        {
            foreach (var key in map.Keys)
            {
                when[key.Text] = [.. (map.Texts(key.Text) ?? []).Select(value => value.Text)];
            }
        }

        return when.ToImmutable();
    }

    private static ImmutableArray<ConditionalValues> ReadValuesWhen(YamlMapReader entry, YamlProblems problems)
    {
        var when = ImmutableArray.CreateBuilder<ConditionalValues>();
        if (entry.SubMap("valuesWhen", "Environment: { prod: [confidential] }") is not { } map)
        {
            return [];
        }

        foreach (var key in map.Keys)
        {
            if (map.SubMap(key.Text, "prod: [confidential]") is not { } values)
            {
                continue;
            }

            foreach (var value in values.Keys)
            {
                var allowed = values.Texts(value.Text);
                if (allowed is { Count: 0 } && values.Node(value.Text) is YamlList { Items.Count: 0 } empty)
                {
                    problems.Add(TagStandardReader.Contradiction, empty, values.Child(value.Text), "an empty list", "at least one value", "List the values or remove the condition.");
                }

                when.Add(new ConditionalValues(key.Text, value.Text, [.. (allowed ?? []).Select(item => item.Text)]));
            }
        }

        return when.ToImmutable();
    }

    /// <summary>Names as the tag policy writes them: <c>ec2:instance</c>, <c>secretsmanager:ALL_SUPPORTED</c>.</summary>
    private static ImmutableArray<string> ReadPolicyTypes(YamlMapReader tagPolicy, string key, YamlProblems problems)
    {
        var types = ImmutableArray.CreateBuilder<string>();
        foreach (var type in tagPolicy.Texts(key) ?? [])
        {
            var parts = type.Text.Split(':');
            if (parts.Length != 2 || parts.Any(part => part.Length == 0 || part.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '*'))))
            {
                problems.Add(YamlProblems.WrongType, type, tagPolicy.Child(key), YamlProblems.Quote(type.Text),
                    "service:type as AWS Organizations names it, or service:ALL_SUPPORTED", "For example: [\"ec2:instance\", \"s3:bucket\"]");
            }

            types.Add(type.Text);
        }

        return types.ToImmutable();
    }

    private static Regex? Compile(YamlScalar pattern, string path, YamlProblems problems)
    {
        try
        {
            // The group and the anchors make the whole value match, whatever anchors the author wrote.
            var options = Engine(pattern.Text) | RegexOptions.CultureInvariant;
            _ = new Regex(pattern.Text, options);
            return new Regex($@"\A(?:{pattern.Text})\z", options);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            problems.Add(TagStandardReader.BadPattern, pattern, path, YamlProblems.Quote(pattern.Text),
                "a .NET regular expression without look-around, back-references and atomic groups", YamlProblems.OneLine(failure.Message));
            return null;
        }
    }

    /// <summary>
    /// NonBacktracking takes time linear in the value for every pattern, so that no value can stall a deployment, but it takes tens of
    /// milliseconds to set up, in a pack that starts with every preview. A pattern with at most one part of free length, and without
    /// groups and alternatives, has nothing to go back to: the ordinary engine is as safe.
    /// </summary>
    private static RegexOptions Engine(string pattern)
    {
        var free = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '(' or '|':
                    return RegexOptions.NonBacktracking;
                case '*' or '+' or '?' or '{':
                    free++;
                    break;
                case '\\':
                    i++;
                    break;
                case '[':
                    i = EndOfClass(pattern, i);
                    break;
            }
        }

        return free <= 1 ? RegexOptions.None : RegexOptions.NonBacktracking;
    }

    /// <summary>A <c>]</c> that is the first of its class belongs to it; subtractions, <c>[a-z-[aeiou]]</c>, end with the last.</summary>
    private static int EndOfClass(string pattern, int start)
    {
        var first = start + 1 < pattern.Length && pattern[start + 1] == '^' ? start + 2 : start + 1;
        for (var i = first; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case ']' when i > first:
                    return i;
                case '[' when pattern[i - 1] == '-':
                    i = EndOfClass(pattern, i);
                    break;
            }
        }

        return pattern.Length;
    }
}
