using FinOps.Core.Organization.Synthetic;

namespace FinOps.Core.Inventory.Counting;

/// <summary>
/// Entries by text, of which only those with the smallest hashes stay once there are too many. What stays is the same whatever the order in
/// which texts come, and an entry that stays has seen every use of its text: the limit only falls, so it was never thrown out before.
/// </summary>
internal sealed class Bounded<TEntry>
    where TEntry : class
{
    private readonly Dictionary<string, (ulong Hash, TEntry Entry)> _entries = new(StringComparer.Ordinal);
    private ulong _limit = ulong.MaxValue;

    public int Count => _entries.Count;

    public bool IsComplete => _limit == ulong.MaxValue;

    /// <summary>How many different texts there were: exact while all of them stayed, else from how densely the hashes lie that did.</summary>
    public long Distinct => IsComplete || _entries.Count == 0 ? _entries.Count : (long)((double)_entries.Count / _limit * ulong.MaxValue);

    public IEnumerable<KeyValuePair<string, TEntry>> Entries => _entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Entry));

    /// <summary>The entry of a text, made when it is new; null when the text is one of those that do not stay.</summary>
    /// <param name="always">It stays whatever comes.</param>
    public TEntry? Find(string text, bool always, Func<string, TEntry> make)
    {
        if (_entries.TryGetValue(text, out var known))
            return known.Entry;
        var hash = always ? 0 : Math.Max(1, StableHash.Of(0, text));
        if (hash >= _limit)
            return null;
        var entry = make(text);
        _entries.Add(text, (hash, entry));
        return entry;
    }

    /// <summary>Throws out what is too much. Done now and then, not at each new text: sorting is what costs.</summary>
    /// <returns>How many entries went.</returns>
    public int Trim(int most)
    {
        if (_entries.Count <= most)
            return 0;
        var hashes = _entries.Values.Select(entry => entry.Hash).Order().ToArray();
        // An entry that always stays has hash 0 and is never thrown out, not even when there are more of them than the limit.
        _limit = Math.Max(1, hashes[most]);
        foreach (var (text, (hash, _)) in _entries)
        {
            if (hash >= _limit)
                _entries.Remove(text);
        }

        return hashes.Length - _entries.Count;
    }
}
