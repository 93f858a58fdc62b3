namespace Pulumi;

/// <summary>Marks an <see cref="Output{T}"/> property of a resource as an output of that resource.</summary>
/// <param name="name">Name on the wire; the property's own name when null.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;
}
