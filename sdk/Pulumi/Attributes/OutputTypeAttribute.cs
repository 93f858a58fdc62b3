namespace Pulumi;

/// <summary>Marks a class that outputs of object type are converted to, through its <see cref="OutputConstructorAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute;
