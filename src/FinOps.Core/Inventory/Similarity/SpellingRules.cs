using FinOps.Core.Tagging;

namespace FinOps.Core.Inventory.Similarity;

/// <summary>What the tag standard says about a kind of words. Words that it allows are never taken for each other.</summary>
public sealed class SpellingRules
{
    private readonly TagStandard? _standard;
    private readonly TagKeyRule? _rule;
    private readonly Dictionary<string, string> _synonyms = new(StringComparer.Ordinal);

    private SpellingRules(TagStandard? standard, TagKeyRule? rule)
    {
        _standard = standard;
        _rule = rule;
        foreach (var key in standard?.Keys ?? [])
        {
            foreach (var synonym in key.Synonyms)
                _synonyms.TryAdd(Spelling.Fold(synonym), key.Name);
        }
    }

    /// <summary>No word is better than another but by its use.</summary>
    public static SpellingRules Free { get; } = new(null, null);

    /// <summary>Words of the standard, whether anybody uses them or not.</summary>
    public IEnumerable<string> Known => _standard?.Keys.Select(key => key.Name) ?? _rule?.Values ?? [];

    /// <summary>True when only what the standard allows can be proposed.</summary>
    public bool MustBeAllowed => _rule is not null;

    public static SpellingRules OfKeys(TagStandard standard) => new(standard, null);

    /// <param name="key">The key as the standard writes it; one that it does not know has free values.</param>
    public static SpellingRules OfValues(TagStandard standard, string key)
    {
        ArgumentNullException.ThrowIfNull(standard);
        // A rule without values and pattern still has a casing.
        return standard.Key(key) is { } rule && (!rule.Values.IsEmpty || rule.Pattern is not null || rule.Casing != ValueCasing.Any) ? new(null, rule) : Free;
    }

    public bool IsAllowed(string text) => _standard?.Key(text) is not null || _rule?.IsAllowed(text) == true;

    /// <summary>The word of the standard of which this one is a synonym, or null.</summary>
    public string? Meant(string text) => _synonyms.GetValueOrDefault(Spelling.Fold(text));

    /// <summary>
    /// What the standard would say was meant, as the policy pack says it; null for none, or when numbers would get lost (<c>prod2</c> is not
    /// <c>prod</c>). Takes as long as the standard has values.
    /// </summary>
    public string? Suggest(string text) =>
        _rule?.Judge(text)?.Suggestion is { } suggestion && suggestion != text && new WordForm(suggestion).Numbers == new WordForm(text).Numbers ? suggestion : null;
}
