using System.Collections;
using Pulumi.Policy.Values;

namespace Pulumi.Policy.Typed;

/// <summary>A map property; empty when it is absent. A value is read when it is asked for, so an unknown one does not spoil the others.</summary>
public readonly struct PolicyMap<T>(PolicyValue value, Func<PolicyValue, T> read) : IEnumerable<KeyValuePair<string, T>>
{
    public int Count => value.AsMap()?.Count ?? 0;

    public IEnumerable<string> Keys => value.Keys;

    /// <summary>Null, or a value that does not exist, when the key is absent.</summary>
    public T this[string key] => read(value[key]);

    public bool ContainsKey(string key) => value.AsMap()?.ContainsKey(key) == true;

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator()
    {
        foreach (var key in Keys)
        {
            yield return KeyValuePair.Create(key, this[key]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
