namespace Pulumi.Aws;

/// <summary>Marks a resource class with its type token, at the provider version of this package.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AwsResourceTypeAttribute(string type) : ResourceTypeAttribute(type, Utilities.Version);
