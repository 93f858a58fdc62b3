using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Arguments of a resource that has no class for them.</summary>
public sealed class DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) : ResourceArgs
{
    internal override IEnumerable<KeyValuePair<string, object?>> ReadMembers() => dictionary;
}
