namespace Pulumi;

/// <summary>Ties a resource class to its type token, so that references to such resources become that class.</summary>
/// <param name="type">For example <c>aws:s3/bucketV2:BucketV2</c>.</param>
/// <param name="version">Semver of the package, or null.</param>
[AttributeUsage(AttributeTargets.Class)]
#pragma warning disable CA1813 // every package derives its own attribute, with its version
public class ResourceTypeAttribute(string type, string? version) : Attribute
#pragma warning restore CA1813
{
    public string Type { get; } = type;

    public string? Version { get; } = version;
}
