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
