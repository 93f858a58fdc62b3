using System.Collections.Immutable;

namespace Pulumi;

/// <summary>An object whose <see cref="InputAttribute"/> members travel as properties.</summary>
public abstract class InputArgs
{
    private protected InputArgs()
    {
    }

    /// <summary>Members by wire name, in declaration order; a value is anything the wire can carry, or an output of it.</summary>
    /// <exception cref="ArgumentNullException">A required member has no value.</exception>
    internal virtual IEnumerable<KeyValuePair<string, object?>> ReadMembers() => Serialization.InputMembers.Read(this);
}

/// <summary>Arguments of a resource, and of objects inside them.</summary>
public abstract class ResourceArgs : InputArgs
{
    public static readonly ResourceArgs Empty = new NoArgs();

    private sealed class NoArgs : ResourceArgs;
}

/// <summary>Arguments of a function.</summary>
public abstract class InvokeArgs : InputArgs
{
    public static readonly InvokeArgs Empty = new NoArgs();

    private sealed class NoArgs : InvokeArgs;
}

/// <summary>Arguments of a resource that has no class for them.</summary>
public sealed class DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) : ResourceArgs
{
    internal override IEnumerable<KeyValuePair<string, object?>> ReadMembers() => dictionary;
}

/// <summary>Arguments of a function that has no class for them.</summary>
public sealed class DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) : InvokeArgs
{
    internal override IEnumerable<KeyValuePair<string, object?>> ReadMembers() => dictionary;
}
