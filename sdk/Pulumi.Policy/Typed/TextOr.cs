using Pulumi.Policy.Values;
using Pulumi.Rpc.Values;

namespace Pulumi.Policy.Typed;

/// <summary>A property that is a text or an object, for example a policy document and its JSON.</summary>
public readonly struct TextOr<T>(PolicyValue value, Func<PolicyValue, T> read)
{
    public bool Exists => value.Exists;

    /// <summary>Null when it is absent or an object.</summary>
    public string? Text => value.Known() is StringValue ? value.AsString() : null;

    /// <summary>An object that does not exist when the property is absent or a text.</summary>
    public T Object => read(value.Known() is ObjectValue ? value : default);
}
