using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Pulumi.Rpc.Values;

/// <summary>Properties by name; immutable, ordered by name (ordinal) so that whatever is written from it is stable, compared by content.</summary>
[CollectionBuilder(typeof(PropertyMap), nameof(Create))]
public sealed class PropertyMap : IReadOnlyDictionary<string, PropertyValue>, IEquatable<PropertyMap>
{
    /// <summary>Sorted by key, no key twice. Most maps are small and read far more often than changed, which an array does best.</summary>
    private readonly KeyValuePair<string, PropertyValue>[] _items;

    private PropertyMap(KeyValuePair<string, PropertyValue>[] items) => _items = items;

    public static PropertyMap Empty { get; } = new([]);

    public IEnumerable<string> Keys => _items.Select(item => item.Key);

    public IEnumerable<PropertyValue> Values => _items.Select(item => item.Value);

    public int Count => _items.Length;

    public PropertyValue this[string key] => Find(key) ?? throw new KeyNotFoundException($"there is no property '{key}'");

    public static PropertyMap Create(ReadOnlySpan<KeyValuePair<string, PropertyValue>> items)
    {
        var builder = new Builder(items.Length);
        foreach (var (key, value) in items)
        {
            builder.Add(key, value);
        }

        return builder.Build();
    }

    /// <param name="items">Of two of one name the later one counts.</param>
    public static PropertyMap Create(IEnumerable<KeyValuePair<string, PropertyValue>> items)
    {
        var builder = new Builder(items.TryGetNonEnumeratedCount(out var count) ? count : 8);
        foreach (var (key, value) in items)
        {
            builder.Add(key, value);
        }

        return builder.Build();
    }

    public static PropertyMap Of(params (string Key, PropertyValue Value)[] items)
    {
        var builder = new Builder(items.Length);
        foreach (var (key, value) in items)
        {
            builder.Add(key, value);
        }

        return builder.Build();
    }

    public PropertyMap Set(string key, PropertyValue value)
    {
        var place = PlaceOf(key);
        return new(place >= 0
            ? [.. _items.AsSpan(0, place), KeyValuePair.Create(key, value), .. _items.AsSpan(place + 1)]
            : [.. _items.AsSpan(0, ~place), KeyValuePair.Create(key, value), .. _items.AsSpan(~place)]);
    }

    public PropertyMap SetAll(IEnumerable<KeyValuePair<string, PropertyValue>> items) => Create(_items.Concat(items));

    public PropertyMap Remove(string key) => PlaceOf(key) is var place and >= 0 ? new([.. _items.AsSpan(0, place), .. _items.AsSpan(place + 1)]) : this;

    /// <summary>The value at <paramref name="key"/>, or null when there is none.</summary>
    public PropertyValue? Find(string key) => PlaceOf(key) is var place and >= 0 ? _items[place].Value : null;

    public bool ContainsKey(string key) => PlaceOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PropertyValue value) => (value = Find(key)) is not null;

    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    public bool Equals(PropertyMap? other)
    {
        if (other is null || other.Count != Count)
        {
            return false;
        }

        for (var i = 0; i < _items.Length; i++)
        {
            if (_items[i].Key != other._items[i].Key || !_items[i].Value.Equals(other._items[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as PropertyMap);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in _items)
        {
            hash.Add(key);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal KeyValuePair<string, PropertyValue> At(int index) => _items[index];

    private int PlaceOf(string key) => PlaceOf(_items, key);

    /// <summary>Where the key stands, or the complement of where it would.</summary>
    private static int PlaceOf(ReadOnlySpan<KeyValuePair<string, PropertyValue>> items, string key)
    {
        var (low, high) = (0, items.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            switch (string.CompareOrdinal(items[middle].Key, key))
            {
                case 0: return middle;
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }

        return ~low;
    }

    /// <summary>Takes items in any order; of two of one name the later one counts.</summary>
    internal struct Builder(int capacity)
    {
        private KeyValuePair<string, PropertyValue>[] _items = capacity == 0 ? [] : new KeyValuePair<string, PropertyValue>[capacity];
        private int _count;

        public void Add(string key, PropertyValue value)
        {
            ArgumentNullException.ThrowIfNull(key);
            // Most come in order; the others are put where they belong, which for the few items of a map is cheaper than sorting later.
            var place = _count == 0 || string.CompareOrdinal(_items[_count - 1].Key, key) < 0 ? ~_count : PlaceOf(_items.AsSpan(0, _count), key);
            if (place < 0)
            {
                place = ~place;
                if (_count == _items.Length)
                {
                    Array.Resize(ref _items, Math.Max(4, _count * 2));
                }

                Array.Copy(_items, place, _items, place + 1, _count++ - place);
            }

            _items[place] = KeyValuePair.Create(key, value);
        }

        public PropertyMap Build()
        {
            Array.Resize(ref _items, _count);
            return _count == 0 ? Empty : new PropertyMap(_items);
        }
    }
}
