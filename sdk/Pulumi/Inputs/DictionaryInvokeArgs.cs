using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Arguments of a function that has no class for them.</summary>
public sealed class DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) : InvokeArgs
{
    internal override IEnumerable<KeyValuePair<string, object?>> ReadMembers() => dictionary;
}
