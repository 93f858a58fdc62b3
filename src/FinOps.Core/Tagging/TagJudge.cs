using System.Collections.Immutable;

namespace FinOps.Core.Tagging;

/// <summary>Holds the tags of one resource against the keys that apply to it.</summary>
internal static class TagJudge
{
    public static IReadOnlyList<TagFinding> Judge(TagStandard standard, ImmutableArray<TagKeyRule> rules, IReadOnlyDictionary<string, string?> tags)
    {
        List<TagFinding>? findings = null;
        var strangers = Strangers(standard, rules, tags);
        foreach (var rule in rules)
        {
            if (tags.TryGetValue(rule.Name, out var value))
            {
                if (value is not null && rule.Judge(value, tags) is { } wrong)
                {
                    (findings ??= []).Add(wrong);
                }
            }
            else if (IsRequired(rule, tags))
            {
                var similar = strangers.FirstOrDefault(stranger => stranger.Meant == rule).Key;
                (findings ??= []).Add(new TagFinding(TagFindingKind.MissingKey, rule.Name, similar, null, rule.Name, rule.Allowed));
            }
        }

        foreach (var (key, meant, kind) in strangers)
        {
            if (meant is not null)
            {
                (findings ??= []).Add(new TagFinding(kind, meant.Name, key, null, meant.Name, meant.Name));
            }
        }

        foreach (var (key, value) in tags)
        {
            JudgeLimits(key, value, standard.Key(key), ref findings);
        }

        if (tags.Count > TagLimits.TagsPerResource)
        {
            (findings ??= []).Add(new TagFinding(TagFindingKind.TooManyTags, "", null, null, null, $"at most {TagLimits.TagsPerResource} tags, found {tags.Count}"));
        }

        return findings ?? (IReadOnlyList<TagFinding>)[];
    }

    /// <summary>The tags whose keys the standard does not know, each with the key that was probably meant.</summary>
    private static List<(string Key, TagKeyRule? Meant, TagFindingKind Kind)> Strangers(
        TagStandard standard, ImmutableArray<TagKeyRule> rules, IReadOnlyDictionary<string, string?> tags)
    {
        var strangers = new List<(string, TagKeyRule?, TagFindingKind)>();
        foreach (var key in tags.Keys)
        {
            if (standard.Key(key) is null && !TagLimits.IsReserved(key) && Meant(key, rules, tags) is { Rule: { } rule, Kind: var kind })
            {
                strangers.Add((key, rule, kind));
            }
        }

        return strangers;
    }

    private static (TagKeyRule? Rule, TagFindingKind Kind) Meant(string key, ImmutableArray<TagKeyRule> rules, IReadOnlyDictionary<string, string?> tags)
    {
        var folded = Spelling.Fold(key);
        foreach (var rule in rules)
        {
            if (Spelling.Fold(rule.Name) == folded)
            {
                return (rule, TagFindingKind.KeyMiscased);
            }
        }

        // A key that merely resembles one may be meant as it stands when the right one is there too.
        var open = rules.Where(rule => !tags.ContainsKey(rule.Name)).ToList();
        var named = open.Find(rule => rule.Synonyms.Any(synonym => Spelling.Fold(synonym) == folded));
        if (named is null && Spelling.Nearest(key, open.Select(rule => rule.Name)) is { } near)
        {
            named = open.Find(rule => rule.Name == near);
        }

        return (named, TagFindingKind.KeyMisspelt);
    }

    private static bool IsRequired(TagKeyRule rule, IReadOnlyDictionary<string, string?> tags)
    {
        if (rule.Required)
        {
            return true;
        }

        foreach (var (key, values) in rule.RequiredWhen)
        {
            if (tags.TryGetValue(key, out var value) && value is not null && values.Contains(value))
            {
                return true;
            }
        }

        return false;
    }

    private static void JudgeLimits(string key, string? value, TagKeyRule? rule, ref List<TagFinding>? findings)
    {
        if (TagLimits.IsReserved(key))
        {
            (findings ??= []).Add(new TagFinding(TagFindingKind.ReservedKey, key, key, null, null, $"keys that do not start with {TagLimits.ReservedPrefix}"));
        }

        if (key.Length is 0 or > TagLimits.KeyLength)
        {
            (findings ??= []).Add(new TagFinding(TagFindingKind.KeyLength, key, key, null, null, $"1 to {TagLimits.KeyLength} characters"));
        }

        if (TagLimits.FirstForbidden(key) is not null)
        {
            (findings ??= []).Add(new TagFinding(TagFindingKind.KeyCharacters, key, key, null, null, TagLimits.AllowedCharacters));
        }

        if (value is null)
        {
            return;
        }

        // The rule of the key has judged the length already.
        if (rule is null && value.Length > TagLimits.ValueLength)
        {
            (findings ??= []).Add(new TagFinding(TagFindingKind.ValueLength, key, key, value, null, $"at most {TagLimits.ValueLength} characters"));
        }

        if (TagLimits.FirstForbidden(value) is not null)
        {
            (findings ??= []).Add(new TagFinding(TagFindingKind.ValueCharacters, key, key, value, null, TagLimits.AllowedCharacters));
        }
    }
}
