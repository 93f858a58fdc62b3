using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list input, whose elements (and which as a whole) may be outputs. Add changes the list in place.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private Output<ImmutableArray<Input<T>>> _items;

    public InputList()
        : this(ImmutableArray<Input<T>>.Empty)
    {
    }

    private InputList(ImmutableArray<Input<T>> items) => _items = Output.Create(items);

    private InputList(Output<ImmutableArray<Input<T>>> items) => _items = items;

    public static implicit operator InputList<T>(T item) => From([item]);

    public static implicit operator InputList<T>(Input<T> item) => From([item]);

    public static implicit operator InputList<T>(Output<T> item) => From([item]);

    public static implicit operator InputList<T>(T[] items) => From(items.Select(item => (Input<T>)item));

    public static implicit operator InputList<T>(Input<T>[] items) => From(items);

    public static implicit operator InputList<T>(Output<T>[] items) => From(items.Select(item => (Input<T>)item));

    public static implicit operator InputList<T>(List<T> items) => From(items.Select(item => (Input<T>)item));

    public static implicit operator InputList<T>(List<Input<T>> items) => From(items);

    public static implicit operator InputList<T>(List<Output<T>> items) => From(items.Select(item => (Input<T>)item));

    public static implicit operator InputList<T>(ImmutableArray<T> items) => From(items.Select(item => (Input<T>)item));

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> items) => new(items);

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> items) => From(items.Select(item => (Input<T>)item));

    public static implicit operator InputList<T>(Output<T[]> items) => From(items, value => value);

    public static implicit operator InputList<T>(Output<List<T>> items) => From(items, value => value);

    public static implicit operator InputList<T>(Output<IEnumerable<T>> items) => From(items, value => value);

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> items) => From(items, value => value.IsDefault ? [] : value);

    public void Add(params Input<T>[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        _items = _items.Apply(items => items.AddRange(inputs));
    }

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs) => _items = Joined(inputs);

    public InputList<T> Concat(InputList<T> other) => new(Joined(other));

    /// <summary>Only there so that collection initialisers compile.</summary>
    /// <exception cref="NotSupportedException">Always: elements may not be there yet.</exception>
    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException("an InputList cannot be enumerated synchronously; its elements may not be there yet");

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var data = await _items.DataTask.WaitAsync(cancellationToken);
        foreach (var item in data.IsKnown ? data.Value : [])
        {
            yield return item;
        }
    }

    internal static InputList<T> From(IEnumerable<Input<T>> items) => new([.. items]);

    private protected override Output<ImmutableArray<T>> Join() => _items.Apply(items => Output.All(items.AsEnumerable()));

    private protected override IOutput GetWire() => _items;

    private static InputList<T> From<TItems>(Output<TItems> items, Func<TItems, IEnumerable<T>> read) =>
        new(items.Apply(value => read(value).Select(item => (Input<T>)item).ToImmutableArray()));

    private Output<ImmutableArray<Input<T>>> Joined(InputList<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Output.Tuple(_items, other._items).Apply(both => both.Item1.AddRange(both.Item2));
    }
}
