namespace Pulumi;

/// <summary>The constructor an <see cref="OutputTypeAttribute"/> class is made with; its parameters are named as on the wire.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;
