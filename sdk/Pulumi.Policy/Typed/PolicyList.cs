using System.Collections;
using Pulumi.Policy.Values;

namespace Pulumi.Policy.Typed;

/// <summary>A list property; empty when it is absent.</summary>
public readonly struct PolicyList<T>(PolicyValue value, Func<PolicyValue, T> read) : IReadOnlyList<T>
{
    public int Count => value.Count;

    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public T this[int index] => index >= 0 && index < Count ? read(value[index]) : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<T> GetEnumerator() => value.Items().Select(read).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
