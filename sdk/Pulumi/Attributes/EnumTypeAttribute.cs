namespace Pulumi;

/// <summary>Marks a struct around a string or double with an explicit conversion to it and a private constructor from it.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;
