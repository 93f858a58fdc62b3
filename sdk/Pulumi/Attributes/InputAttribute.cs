namespace Pulumi;

/// <summary>Marks a member of an <see cref="InputArgs"/> as an input property.</summary>
/// <param name="name">Name on the wire.</param>
/// <param name="required">A missing value is an <see cref="ArgumentNullException"/> at registration.</param>
/// <param name="json">The value travels as JSON text (configuration of provider resources).</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name { get; } = name;

    internal bool IsRequired { get; } = required;

    internal bool Json { get; } = json;
}
