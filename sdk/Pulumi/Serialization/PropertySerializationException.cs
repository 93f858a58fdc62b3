namespace Pulumi.Serialization;

/// <summary>An input holds something that a property cannot be.</summary>
public sealed class PropertySerializationException(string message) : Exception(message);
