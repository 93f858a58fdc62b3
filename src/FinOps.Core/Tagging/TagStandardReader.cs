using System.Collections.Immutable;
using FinOps.Core.Problems;
using FinOps.Core.StrictYaml;

namespace FinOps.Core.Tagging;

/// <summary>Turns the YAML of a standard into <see cref="TagStandard"/>; collects every mistake before it gives up.</summary>
internal static class TagStandardReader
{
    public const string OutOfLimits = "FIN2006";
    public const string BadPattern = "FIN2007";
    public const string Contradiction = "FIN2008";

    private static readonly string[] KeyCasings = Enum.GetNames<KeyCasing>();

    public static TagStandard Read(string text, string source)
    {
        var problems = new YamlProblems(source);
        var standard = YamlText.Read(text, source, problems.All) is { } root ? Read(root, problems) : null;
        return problems.All.Count == 0 && standard is not null ? standard : throw new ProblemException(problems.All);
    }

    private static TagStandard? Read(YamlNode root, YamlProblems problems)
    {
        if (YamlMapReader.Of(root, "", problems, "version: 1") is not { } reader)
        {
            return null;
        }

        reader.RequireVersion("1");

        var keyCasing = ReadKeyCasing(reader, problems);
        var appliesTo = reader.Has("appliesTo") ? ReadGlobs(reader, "appliesTo", problems) : [new TypeGlob("aws:*")];
        var teams = TeamsReader.Read(reader, problems);
        reader.Require("keys", "at least one key", "For example: keys: { Team: { required: true } }");
        var keys = reader.SubMap("keys", "Team: { required: true }") is { } map
            ? ReadKeys(map, keyCasing, appliesTo, [.. teams.Select(team => team.Name)], problems)
            : [];
        TagStandardChecks.Conditions(keys, problems);
        var allocation = TagStandardChecks.AllocationKey(reader, keys, problems);
        reader.Finish();
        return new TagStandard(problems.Source, keyCasing, allocation, [.. keys.Select(key => key.Rule)], teams);
    }

    private static List<(TagKeyRule Rule, YamlMapReader At)> ReadKeys(
        YamlMapReader map, KeyCasing casing, ImmutableArray<TypeGlob> appliesTo, ImmutableArray<string> teams, YamlProblems problems)
    {
        var keys = new List<(TagKeyRule, YamlMapReader)>();
        foreach (var key in map.Keys)
        {
            TagStandardChecks.KeyName(key, map.Child(key.Text), casing, problems);
            if (map.SubMap(key.Text, "{ required: true, values: [one, two] }") is { } entry)
            {
                keys.Add((TagKeyReader.Read(key.Text, entry, appliesTo, teams, problems), entry));
            }
        }

        if (keys.Count == 0 && map.Map.Entries.Count == 0)
        {
            problems.Add(YamlProblems.Missing, map.Map, "keys", "no key", "at least one key", "For example: keys: { Team: { required: true } }");
        }

        if (keys.Count > TagLimits.TagsPerResource)
        {
            problems.Add(OutOfLimits, map.Map, "keys", $"{keys.Count} keys", $"at most {TagLimits.TagsPerResource}, the number of tags a resource may have",
                "Keep the keys that somebody decides by; five required ones are plenty.");
        }

        return keys;
    }

    private static KeyCasing ReadKeyCasing(YamlMapReader reader, YamlProblems problems)
    {
        if (reader.Text("keyCasing") is not { } text)
        {
            return KeyCasing.Any;
        }

        foreach (var name in KeyCasings)
        {
            if (name.Equals(text.Text, StringComparison.OrdinalIgnoreCase))
            {
                return Enum.Parse<KeyCasing>(name);
            }
        }

        problems.Add(YamlProblems.WrongType, text, "keyCasing", YamlProblems.Quote(text.Text), string.Join(", ", KeyCasings), "Write keyCasing: PascalCase");
        return KeyCasing.Any;
    }

    internal static ImmutableArray<TypeGlob> ReadGlobs(YamlMapReader reader, string key, YamlProblems problems)
    {
        var globs = ImmutableArray.CreateBuilder<TypeGlob>();
        foreach (var text in reader.Texts(key) ?? [])
        {
            if (text.Text.Length == 0 || text.Text.Any(char.IsWhiteSpace) || (!text.Text.Contains(':', StringComparison.Ordinal) && text.Text != "*"))
            {
                problems.Add(YamlProblems.WrongType, text, reader.Child(key), YamlProblems.Quote(text.Text),
                    "Pulumi type tokens, in which * is any text", "For example: [\"aws:ec2/*\", \"aws:s3/bucket:Bucket\"]");
                continue;
            }

            globs.Add(new TypeGlob(text.Text));
        }

        return globs.ToImmutable();
    }
}
