using FinOps.Core.StrictYaml;

namespace FinOps.Core.Tagging;

/// <summary>What a well-formed standard may still get wrong: the limits of AWS, and entries that contradict each other.</summary>
internal static class TagStandardChecks
{
    public static void KeyName(YamlScalar key, string path, KeyCasing casing, YamlProblems problems)
    {
        if (key.Text.Length is 0 or > TagLimits.KeyLength)
        {
            problems.Add(TagStandardReader.OutOfLimits, key, path, $"{key.Text.Length} characters", $"1 to {TagLimits.KeyLength} characters", "Shorten the key.");
        }

        if (TagLimits.IsReserved(key.Text))
        {
            problems.Add(TagStandardReader.OutOfLimits, key, path, YamlProblems.Quote(key.Text), $"keys that do not start with {TagLimits.ReservedPrefix}", "Choose another prefix; only AWS sets these.");
        }

        if (TagLimits.FirstForbidden(key.Text) is { } forbidden)
        {
            problems.Add(TagStandardReader.OutOfLimits, key, path, $"'{forbidden}' in {YamlProblems.Quote(key.Text)}", TagLimits.AllowedCharacters, "Remove the character.");
        }

        if (!HasCasing(key.Text, casing))
        {
            problems.Add(TagStandardReader.Contradiction, key, path, YamlProblems.Quote(key.Text), $"keys in {casing}, as keyCasing says", "Rename the key or change keyCasing.");
        }
    }

    public static void Value(YamlScalar value, string path, YamlProblems problems)
    {
        if (value.Text.Length > TagLimits.ValueLength)
        {
            problems.Add(TagStandardReader.OutOfLimits, value, path, $"{value.Text.Length} characters", $"at most {TagLimits.ValueLength} characters", "Shorten the value.");
        }

        if (TagLimits.FirstForbidden(value.Text) is { } forbidden)
        {
            problems.Add(TagStandardReader.OutOfLimits, value, path, $"'{forbidden}' in {YamlProblems.Quote(value.Text)}", TagLimits.AllowedCharacters, "Remove the character.");
        }
    }

    public static void Key(TagKeyRule rule, YamlMapReader entry, YamlProblems problems)
    {
        // A pattern that did not compile has its own problem; nothing can be held against it.
        if (rule.PatternText is not null && rule.Pattern is null)
        {
            return;
        }

        foreach (var (name, value) in new[] { ("example", rule.Example), ("default", rule.Default) })
        {
            if (value is not null && !rule.IsAllowed(value))
            {
                problems.Add(TagStandardReader.Contradiction, entry.Node(name)!, entry.Child(name), YamlProblems.Quote(value), rule.Allowed,
                    $"Give {(name == "default" ? "a default" : "an example")} that the key itself allows.");
            }
        }

        foreach (var value in rule.Values.Where(value => !(rule with { Values = [], Pattern = null }).IsAllowed(value)))
        {
            problems.Add(TagStandardReader.Contradiction, entry.Node("values") ?? entry.Map, entry.Child(entry.Has("values") ? "values" : "valuesFrom"), YamlProblems.Quote(value),
                $"values in {rule.Casing.ToString().ToLowerInvariant()} case, as casing says", "Write the value so, or remove casing.");
        }

        if (rule.Required && !rule.RequiredWhen.IsEmpty)
        {
            problems.Add(TagStandardReader.Contradiction, entry.Node("requiredWhen")!, entry.Child("requiredWhen"), "required: true and requiredWhen",
                "one of them", "Remove requiredWhen if the key is always required.");
        }
    }

    /// <summary>Conditions name other keys of the standard and values that these can have.</summary>
    public static void Conditions(List<(TagKeyRule Rule, YamlMapReader At)> keys, YamlProblems problems)
    {
        foreach (var (rule, at) in keys)
        {
            foreach (var (other, values) in rule.RequiredWhen)
            {
                Condition(at, "requiredWhen", other, values);
            }

            foreach (var when in rule.ValuesWhen)
            {
                Condition(at, "valuesWhen", when.Key, [when.Value]);
                foreach (var value in when.Allowed.Where(value => !rule.IsAllowed(value)))
                {
                    problems.Add(TagStandardReader.Contradiction, at.Node("valuesWhen")!, $"{at.Child("valuesWhen")}.{when.Key}.{when.Value}", YamlProblems.Quote(value), rule.Allowed,
                        "Narrow the values that the key has; a condition cannot add one.");
                }
            }
        }

        void Condition(YamlMapReader at, string name, string other, IEnumerable<string> values)
        {
            var (node, path) = (at.Node(name)!, $"{at.Child(name)}.{other}");
            if (keys.Find(key => key.Rule.Name == other).Rule is not { } known)
            {
                problems.Add(TagStandardReader.Contradiction, node, path, YamlProblems.Quote(other), "a key of this standard",
                    Spelling.DidYouMean(other, keys.Select(key => key.Rule.Name), "Add the key, or remove the condition."));
                return;
            }

            foreach (var value in values.Where(value => !known.IsAllowed(value)))
            {
                problems.Add(TagStandardReader.Contradiction, node, path, YamlProblems.Quote(value), known.Allowed, "Name a value that the key can have; the condition never holds otherwise.");
            }
        }
    }

    public static string? AllocationKey(YamlMapReader standard, List<(TagKeyRule Rule, YamlMapReader At)> keys, YamlProblems problems)
    {
        if (standard.Text("allocationKey") is not { } text)
        {
            return null;
        }

        var shared = keys.Where(key => key.Rule.CostAllocation).Select(key => key.Rule.Name).ToList();
        if (shared.Contains(text.Text))
        {
            return text.Text;
        }

        problems.Add(TagStandardReader.Contradiction, text, "allocationKey", YamlProblems.Quote(text.Text),
            shared.Count == 0 ? "a key with costAllocation: true (there is none)" : string.Join(", ", shared),
            "Name a key that has costAllocation: true.");
        return null;
    }

    private static bool HasCasing(string key, KeyCasing casing) => casing switch
    {
        KeyCasing.PascalCase => key.All(char.IsLetterOrDigit) && key.Length > 0 && char.IsUpper(key[0]),
        KeyCasing.CamelCase => key.All(char.IsLetterOrDigit) && key.Length > 0 && char.IsLower(key[0]),
        KeyCasing.KebabCase => key.All(c => c == '-' || char.IsDigit(c) || char.IsLower(c)),
        KeyCasing.SnakeCase => key.All(c => c == '_' || char.IsDigit(c) || char.IsLower(c)),
        _ => true,
    };
}
