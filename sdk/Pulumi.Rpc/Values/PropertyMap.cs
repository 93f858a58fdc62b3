using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Pulumi.Rpc.Values;

/// <summary>Properties by name; immutable, ordered by name (ordinal) so that whatever is written from it is stable, compared by content.</summary>
[CollectionBuilder(typeof(PropertyMap), nameof(Create))]
public sealed class PropertyMap : IReadOnlyDictionary<string, PropertyValue>, IEquatable<PropertyMap>
{
    private readonly ImmutableSortedDictionary<string, PropertyValue> _items;

    private PropertyMap(ImmutableSortedDictionary<string, PropertyValue> items) => _items = items;

    public static PropertyMap Empty { get; } = new(ImmutableSortedDictionary.Create<string, PropertyValue>(StringComparer.Ordinal));

    public IEnumerable<string> Keys => _items.Keys;

    public IEnumerable<PropertyValue> Values => _items.Values;

    public int Count => _items.Count;

    public PropertyValue this[string key] => _items[key];

    public static PropertyMap Create(ReadOnlySpan<KeyValuePair<string, PropertyValue>> items) => Create(items.ToArray().AsEnumerable());

    public static PropertyMap Create(IEnumerable<KeyValuePair<string, PropertyValue>> items) => new(Empty._items.SetItems(items));

    public static PropertyMap Of(params (string Key, PropertyValue Value)[] items) =>
        Create(items.Select(item => KeyValuePair.Create(item.Key, item.Value)));

    public PropertyMap Set(string key, PropertyValue value) => new(_items.SetItem(key, value));

    public PropertyMap SetAll(IEnumerable<KeyValuePair<string, PropertyValue>> items) => new(_items.SetItems(items));

    public PropertyMap Remove(string key) => new(_items.Remove(key));

    /// <summary>The value at <paramref name="key"/>, or null when there is none.</summary>
    public PropertyValue? Find(string key) => _items.GetValueOrDefault(key);

    public bool ContainsKey(string key) => _items.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PropertyValue value) => _items.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator() => _items.GetEnumerator();

    public bool Equals(PropertyMap? other) =>
        other is not null && _items.Count == other._items.Count && _items.SequenceEqual(other._items);

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
}
