using System.Globalization;
using FinOps.Core.Inventory.Counting;
using FinOps.Core.Inventory.Similarity;
using FinOps.Core.Inventory.Spending;
using FinOps.Core.Tagging;

namespace FinOps.Core.Inventory.Fixes;

/// <summary>The clusters of keys, those of the values of each key, and so how each tag should be written.</summary>
public sealed class TagProposals
{
    private readonly Dictionary<string, (string Canonical, Spelled Spelled)> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Key, string Value), (string Canonical, Spelled Spelled)> _values = [];

    private TagProposals(IReadOnlyList<SpellingCluster> keys, IReadOnlyList<ValueClusters> values, IReadOnlyList<string> notCompared)
    {
        (Keys, Values, NotCompared) = (keys, values, notCompared);
        foreach (var (canonical, spelled) in keys.SelectMany(Changes))
            _keys.Add(spelled.Word.Text, (canonical, spelled));
        foreach (var clusters in values)
        {
            foreach (var (canonical, spelled) in clusters.Clusters.SelectMany(Changes))
                _values.Add((clusters.Key, spelled.Word.Text), (canonical, spelled));
        }
    }

    public IReadOnlyList<SpellingCluster> Keys { get; }

    /// <summary>Only keys with clusters of values.</summary>
    public IReadOnlyList<ValueClusters> Values { get; }

    /// <summary>Keys whose values name single things, so that two alike are two things.</summary>
    public IReadOnlyList<string> NotCompared { get; }

    /// <param name="spend">Weighs spellings by what carries them; null for their use alone.</param>
    public static TagProposals Of(TagCounts counts, TagStandard standard, TagSpend? spend)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(standard);
        var own = counts.Keys.Where(key => !TagLimits.IsReserved(key.Key)).ToList();
        var keys = SpellingClusters.Find(own.Select(key => new Word(key.Key, key.Resources, spend?.Of(key.Key))), SpellingRules.OfKeys(standard));
        var renamed = keys.SelectMany(Changes).ToDictionary(change => change.Spelled.Word.Text, change => change.Canonical, StringComparer.Ordinal);
        var values = new List<ValueClusters>();
        var notCompared = new List<string>();
        foreach (var spellings in own.GroupBy(key => renamed.GetValueOrDefault(key.Key, key.Key), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            // What the standard knows is compared whatever it looks like: its own values are never taken for each other.
            if (standard.Key(spellings.Key) is null && spellings.Any(key => key.NamesSingleThings))
            {
                notCompared.Add(spellings.Key);
                continue;
            }

            var words = spellings.SelectMany(key => key.Values.Select(value => (value.Value, value.Resources, Spend: spend?.Of(key.Key, value.Value))))
                .GroupBy(use => use.Value, StringComparer.Ordinal)
                .Select(uses => new Word(uses.Key, uses.Sum(use => use.Resources), uses.Select(use => use.Spend).Aggregate((sum, one) => sum is null ? one : one is null ? sum : sum + one)));
            var clusters = SpellingClusters.Find(words, SpellingRules.OfValues(standard, spellings.Key));
            if (clusters.Count > 0)
                values.Add(new ValueClusters(spellings.Key, clusters));
        }

        return new TagProposals(keys, values, notCompared);
    }

    /// <summary>How the tag should be written, and why; null when it is well as it is, or nobody can tell.</summary>
    public (string Key, string Value, string Why)? For(string key, string value)
    {
        var newKey = _keys.TryGetValue(key, out var keyChange) ? keyChange.Canonical : key;
        var isValue = _values.TryGetValue((newKey, value), out var valueChange);
        var newValue = isValue ? valueChange.Canonical : value;
        return newKey == key && newValue == value ? null : (newKey, newValue, string.Join("; ", Reasons()));

        IEnumerable<string> Reasons()
        {
            if (newKey != key)
                yield return "key: " + Reason(keyChange.Spelled);
            if (isValue)
                yield return "value: " + Reason(valueChange.Spelled);
        }
    }

    private static string Reason(Spelled spelled) => spelled.Difference switch
    {
        Difference.Case => "other letter case",
        Difference.Separator => "other separators",
        Difference.Synonym => "a synonym in the tag standard",
        Difference.Plural => "singular and plural",
        Difference.Typo => string.Create(CultureInfo.InvariantCulture, $"{spelled.Edits} letter{(spelled.Edits == 1 ? "" : "s")} apart"),
        _ => "what the tag standard suggests",
    };

    private static IEnumerable<(string Canonical, Spelled Spelled)> Changes(SpellingCluster cluster) => cluster.Canonical is { } canonical
        ? cluster.Spellings.Where(spelled => spelled.Word.Text != canonical).Select(spelled => (canonical, spelled))
        : [];
}
