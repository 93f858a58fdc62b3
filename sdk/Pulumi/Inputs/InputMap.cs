using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A map input, whose values (and which as a whole) may be outputs. Add and the indexer change the map in place.</summary>
public sealed class InputMap<V> : Input<ImmutableDictionary<string, V>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, V>>>
{
    private Output<ImmutableDictionary<string, Input<V>>> _items;

    public InputMap()
        : this(Output.Create(ImmutableDictionary<string, Input<V>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<V>>> items) => _items = items;

    [SuppressMessage("Design", "CA1044", Justification = "the official shape: what was set may not be there yet")]
    public Input<V> this[string key]
    {
        set => Add(key, value);
    }

    public static implicit operator InputMap<V>(Dictionary<string, V> values) => new(Output.Create(Wrap(values)));

    public static implicit operator InputMap<V>(ImmutableDictionary<string, V> values) => new(Output.Create(Wrap(values)));

    public static implicit operator InputMap<V>(Output<Dictionary<string, V>> values) => new(values.Apply(value => Wrap(value)));

    public static implicit operator InputMap<V>(Output<IDictionary<string, V>> values) => new(values.Apply(value => Wrap(value)));

    public static implicit operator InputMap<V>(Output<ImmutableDictionary<string, V>> values) => new(values.Apply(value => Wrap(value)));

    /// <summary>Both maps in one; <paramref name="second"/> wins where both have a key.</summary>
    public static InputMap<V> Merge(InputMap<V> first, InputMap<V> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new(Output.Tuple(first._items, second._items).Apply(both => both.Item1.SetItems(both.Item2)));
    }

    /// <summary>Adding a key again with another value is an error, seen when the map is awaited.</summary>
    public void Add(string key, Input<V> value) => _items = _items.Apply(items => items.Add(key, value));

    public void Add(InputMap<V> values) => AddRange(values);

    public void AddRange(InputMap<V> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _items = Output.Tuple(_items, values._items).Apply(both => both.Item1.AddRange(both.Item2));
    }

    /// <summary>Only there so that collection initialisers compile.</summary>
    /// <exception cref="NotSupportedException">Always: values may not be there yet.</exception>
    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException("an InputMap cannot be enumerated synchronously; its values may not be there yet");

    public async IAsyncEnumerator<Input<KeyValuePair<string, V>>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var data = await _items.DataTask.WaitAsync(cancellationToken);
        foreach (var (key, value) in data.IsKnown ? data.Value : [])
        {
            yield return value.Apply(known => KeyValuePair.Create(key, known));
        }
    }

    private protected override Output<ImmutableDictionary<string, V>> Join() => _items.Apply(items =>
    {
        var keys = items.Keys.ToArray();
        return Output.All(keys.Select(key => items[key])).Apply(values =>
            keys.Zip(values, KeyValuePair.Create).ToImmutableDictionary());
    });

    private protected override IOutput GetWire() => _items;

    private static ImmutableDictionary<string, Input<V>> Wrap(IEnumerable<KeyValuePair<string, V>> values) =>
        values.ToImmutableDictionary(item => item.Key, item => (Input<V>)item.Value);
}
