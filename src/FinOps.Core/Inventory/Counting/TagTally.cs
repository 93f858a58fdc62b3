using FinOps.Core.Tagging;

namespace FinOps.Core.Inventory.Counting;

/// <summary>
/// Counts keys and values while resources pass by; it keeps none of them. Memory has a bound whatever the tags are: there is room for
/// <see cref="MostPairs"/> different values of all keys together, and each key has an equal share of it. Not for several threads at once.
/// </summary>
/// <param name="kept">Keys that stay listed however many others there are: those of the tag standard.</param>
/// <param name="mostPairs">Room for values, for tests.</param>
public sealed class TagTally(IEnumerable<string> kept, int mostPairs = TagTally.MostPairs)
{
    /// <summary>Different values of all keys together. An organization of 300,000 resources has a tenth of it, names aside.</summary>
    public const int MostPairs = 131_072;

    /// <summary>Different keys that are listed.</summary>
    public const int MostKeys = 2_048;

    private const int LeastValues = 64;
    private const int LeastKeptValues = 4_096;
    private const int KeyExamples = 5;

    private readonly int _mostPairs = mostPairs;
    private readonly HashSet<string> _kept = kept.ToHashSet(StringComparer.Ordinal);
    private readonly Bounded<KeyEntry> _keys = new();
    private readonly Cells _cells = new();
    private CellTally _all;
    private CellTally _untagged;
    private int _resources;
    private int _untaggedCount;
    private long _tags;
    private int _pairs;
    private int _trimAt = mostPairs;
    private int _valuesPerKey = Math.Max(LeastValues, mostPairs / 2);

    public void Add(LiveResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var cell = _cells.NumberOf(resource);
        _resources++;
        _tags += resource.Tags.Count;
        _all.Add(cell);
        if (!resource.Tags.Keys.Any(key => !TagLimits.IsReserved(key)))
        {
            _untaggedCount++;
            _untagged.Add(cell);
        }

        foreach (var (key, value) in resource.Tags)
            Count(key, value, cell, resource.Arn);
        if (_keys.Count >= MostKeys * 2)
            TrimKeys();
        if (_pairs > _trimAt)
            TrimValues();
    }

    public TagCounts Build()
    {
        TrimKeys();
        TrimValues();
        var keys = _keys.Entries.Select(key => Count(key.Key, key.Value)).OrderByDescending(key => key.Resources).ThenBy(key => key.Key, StringComparer.Ordinal).ToList();
        return new TagCounts
        {
            Resources = _resources,
            Untagged = _untaggedCount,
            Tags = _tags,
            Keys = keys,
            UnlistedTags = _tags - keys.Sum(key => (long)key.Resources),
            DistinctKeys = _keys.Distinct,
            Accounts = _cells.By(cell => cell.AccountId, _all, _untagged),
            Regions = _cells.By(cell => cell.Region, _all, _untagged),
            Types = _cells.By(cell => cell.Type, _all, _untagged),
        };
    }

    private void Count(string key, string value, int cell, string arn)
    {
        if (_keys.Find(key, _kept.Contains(key), static _ => new KeyEntry()) is not { } entry)
            return;
        entry.Resources++;
        entry.Cells.Add(cell);
        entry.Note(arn, KeyExamples);
        var before = entry.Values.Count;
        if (entry.Values.Find(value, always: false, static _ => new ValueEntry()) is { } counted)
        {
            counted.Resources++;
            counted.Cells.Add(cell);
            if (counted.Example is null || string.CompareOrdinal(arn, counted.Example) < 0)
                counted.Example = arn;
        }

        _pairs += entry.Values.Count - before;
    }

    private void TrimKeys()
    {
        _keys.Trim(MostKeys);
        _pairs = _keys.Entries.Sum(key => key.Value.Values.Count);
    }

    /// <summary>
    /// Halves the share of a key until all fits: that share is the largest one that fits in the end, whatever came first. Once not even all
    /// keys are listed, shares are fixed, because how much room the keys took that are listed no more depends on the order.
    /// </summary>
    private void TrimValues()
    {
        while (_valuesPerKey > LeastValues && (!_keys.IsComplete || _keys.Entries.Sum(key => Math.Min(key.Value.Values.Count, Share(key.Key))) > _mostPairs))
            _valuesPerKey = Math.Max(LeastValues, _valuesPerKey / 2);
        foreach (var (key, entry) in _keys.Entries)
            _pairs -= entry.Values.Trim(Share(key));
        // Trimming at every resource from here on would be slow when there is nothing to gain.
        _trimAt = Math.Max(_mostPairs, _pairs * 2);
    }

    private int Share(string key) => _kept.Contains(key) ? Math.Max(_valuesPerKey, LeastKeptValues) : _valuesPerKey;

    private KeyCount Count(string key, KeyEntry entry)
    {
        var values = entry.Values.Entries
            .Select(value => new ValueCount(
                value.Key,
                value.Value.Resources,
                _cells.NamesCount(cell => cell.AccountId, value.Value.Cells),
                _cells.NamesCount(cell => cell.Region, value.Value.Cells),
                _cells.NamesCount(cell => cell.Type, value.Value.Cells),
                value.Value.Example!))
            .OrderByDescending(value => value.Resources).ThenBy(value => value.Value, StringComparer.Ordinal)
            .ToList();
        return new KeyCount
        {
            Key = key,
            Resources = entry.Resources,
            DistinctValues = entry.Values.Distinct,
            Values = values,
            UnlistedResources = entry.Resources - values.Sum(value => value.Resources),
            Accounts = _cells.Names(cell => cell.AccountId, entry.Cells),
            Regions = _cells.Names(cell => cell.Region, entry.Cells),
            Types = _cells.Names(cell => cell.Type, entry.Cells),
            Examples = [.. entry.Examples],
        };
    }

    private sealed class KeyEntry
    {
        public Bounded<ValueEntry> Values { get; } = new();

        public SortedSet<string> Examples { get; } = new(StringComparer.Ordinal);

        public CellTally Cells;

        public int Resources { get; set; }

        public void Note(string arn, int most)
        {
            if (Examples.Count == most && string.CompareOrdinal(arn, Examples.Max) >= 0)
                return;
            Examples.Add(arn);
            if (Examples.Count > most)
                Examples.Remove(Examples.Max!);
        }
    }

    private sealed class ValueEntry
    {
        public CellTally Cells;

        public int Resources { get; set; }

        public string? Example { get; set; }
    }
}
